/** The one reader and writer: intake, plan, compose, deliver, receipts, replies. */
@NullMarked
package org.termin.notifier;

import org.jspecify.annotations.NullMarked;
