/** Says on Kafka what the scan has queued: ids and turns, nothing else. */
@NullMarked
package org.termin.scheduler.emit;

import org.jspecify.annotations.NullMarked;
