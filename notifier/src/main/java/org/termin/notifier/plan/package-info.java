/** Turns a person's plan into reminder rows of the ledger. */
@NullMarked
package org.termin.notifier.plan;

import org.jspecify.annotations.NullMarked;
