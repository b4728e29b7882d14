/** What the planner and the packs cost, measured alone on a machine. */
@NullMarked
package org.termin.benchmarks;

import org.jspecify.annotations.NullMarked;
