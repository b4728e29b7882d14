/** Codes that prove a contact can be reached: made, limited, sent and checked. */
@NullMarked
package org.termin.notifier.verification;

import org.jspecify.annotations.NullMarked;
