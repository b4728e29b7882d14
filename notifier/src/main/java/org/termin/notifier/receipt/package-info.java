/** What providers report afterwards: checked twice, kept once, never out of rank. */
@NullMarked
package org.termin.notifier.receipt;

import org.jspecify.annotations.NullMarked;
