/** What a newer edition of the rules would change for whom, before anybody is told: counts only. */
@NullMarked
package org.termin.notifier.rehearsal;

import org.jspecify.annotations.NullMarked;
