/** Reads the inbox: judges each sealed message by its own proof and does what it says. */
@NullMarked
package org.termin.notifier.intake;

import org.jspecify.annotations.NullMarked;
