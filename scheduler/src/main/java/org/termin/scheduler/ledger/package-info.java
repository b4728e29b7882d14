/** The scan: finds the rows whose instant has come and queues them, window by window. */
@NullMarked
package org.termin.scheduler.ledger;

import org.jspecify.annotations.NullMarked;
