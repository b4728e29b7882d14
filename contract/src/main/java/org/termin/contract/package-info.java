/** Vocabulary, events on the wire, sealed messages and records. No Spring. */
@NullMarked
package org.termin.contract;

import org.jspecify.annotations.NullMarked;
