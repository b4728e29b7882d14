/** The editions of the rules: this notifier's own, and those that people were planned with. */
@NullMarked
package org.termin.notifier.edition;

import org.jspecify.annotations.NullMarked;
