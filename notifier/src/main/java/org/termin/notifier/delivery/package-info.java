/** From a due row to one request and its outcome: prepare, permit, claim, send, classify. */
@NullMarked
package org.termin.notifier.delivery;

import org.jspecify.annotations.NullMarked;
