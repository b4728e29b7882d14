/** When to speak about one document, and until when each message is worth sending. */
@NullMarked
package org.termin.guidance.ladder;

import org.jspecify.annotations.NullMarked;
