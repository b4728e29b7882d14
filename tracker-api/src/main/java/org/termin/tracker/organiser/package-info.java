/**
 * The organisers' pages below {@code /o}: in by passkey only, by a link that two people stand for,
 * known by a random handle; nothing here knows a resident.
 */
@NullMarked
package org.termin.tracker.organiser;

import org.jspecify.annotations.NullMarked;
