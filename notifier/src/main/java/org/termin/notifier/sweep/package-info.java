/** Looks again at everything whose instant has come: leases, unknown outcomes, silence. */
@NullMarked
package org.termin.notifier.sweep;

import org.jspecify.annotations.NullMarked;
