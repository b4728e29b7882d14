/** What the door does while the service ends: it says so, takes in nobody new, and then nothing. */
@NullMarked
package org.termin.tracker.closing;

import org.jspecify.annotations.NullMarked;
