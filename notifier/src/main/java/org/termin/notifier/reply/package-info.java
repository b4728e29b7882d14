/** One-character answers: whose they are, what they change, how they are undone. */
@NullMarked
package org.termin.notifier.reply;

import org.jspecify.annotations.NullMarked;
