/** What makes the scan run: Quartz, a watchdog for the day Quartz hangs, or the simulated clock. */
@NullMarked
package org.termin.scheduler.quartz;

import org.jspecify.annotations.NullMarked;
