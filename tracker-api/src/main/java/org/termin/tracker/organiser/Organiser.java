package org.termin.tracker.organiser;

import java.util.UUID;

/** Somebody who enrolled and was not revoked: a random handle, never a name. */
record Organiser(UUID handle, UUID community, Role role) {}
