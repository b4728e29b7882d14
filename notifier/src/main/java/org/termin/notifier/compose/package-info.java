/** Turns due rows into the words one person reads: pure, from the day of the attempt. */
@NullMarked
package org.termin.notifier.compose;

import org.jspecify.annotations.NullMarked;
