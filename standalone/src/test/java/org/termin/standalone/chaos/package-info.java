/** Kills, freezes and cuts off the processes of a whole Termin, and counts who was told. */
@NullMarked
package org.termin.standalone.chaos;

import org.jspecify.annotations.NullMarked;
