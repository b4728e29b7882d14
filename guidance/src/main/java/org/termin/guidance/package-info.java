/** Country packs and the planner: dates in, plan with reasons out. Pure. */
@NullMarked
package org.termin.guidance;

import org.jspecify.annotations.NullMarked;
