/** Moves a simulated clock hour by hour and waits until everybody has caught up. */
@NullMarked
package org.termin.notifier.simulation;

import org.jspecify.annotations.NullMarked;
