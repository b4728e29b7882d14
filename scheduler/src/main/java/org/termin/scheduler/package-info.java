/** The blind clock: finds what is due and says so on Kafka. */
@NullMarked
package org.termin.scheduler;

import org.jspecify.annotations.NullMarked;
