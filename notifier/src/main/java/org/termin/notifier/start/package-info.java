/** Starts the service, checks what must be true first, and says so in one sentence. */
@NullMarked
package org.termin.notifier.start;

import org.jspecify.annotations.NullMarked;
