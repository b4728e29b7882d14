/** Opens, locks and writes the sealed records; everybody else asks here. */
@NullMarked
package org.termin.notifier.record;

import org.jspecify.annotations.NullMarked;
