/** Dates in, plan with reasons out: which day really binds, and why. */
@NullMarked
package org.termin.guidance.plan;

import org.jspecify.annotations.NullMarked;
