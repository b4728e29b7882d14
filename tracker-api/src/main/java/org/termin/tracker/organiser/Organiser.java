package org.termin.tracker.organiser;

import java.util.UUID;
import org.termin.contract.organiser.Role;

/** Somebody who enrolled and was not revoked: a random handle, never a name. */
record Organiser(UUID handle, UUID community, Role role) {}
