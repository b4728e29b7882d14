/** Sealed messages, records, views and tokens, byte by byte; nothing in here can print a secret. */
@NullMarked
package org.termin.contract.sealed;

import org.jspecify.annotations.NullMarked;
