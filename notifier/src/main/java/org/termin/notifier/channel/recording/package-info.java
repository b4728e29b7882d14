/** Keeps messages in memory instead of sending them, where the operator asked for that. */
@NullMarked
package org.termin.notifier.channel.recording;

import org.jspecify.annotations.NullMarked;
