/**
 * What becomes of a message once something is known about it: a pure decision first, then one
 * transaction.
 */
@NullMarked
package org.termin.notifier.settle;

import org.jspecify.annotations.NullMarked;
