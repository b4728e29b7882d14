/** Throws at every route of the running door what no honest caller would send. */
@NullMarked
package org.termin.tracker.fuzz;

import org.jspecify.annotations.NullMarked;
