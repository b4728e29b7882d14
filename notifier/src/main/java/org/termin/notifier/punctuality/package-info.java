/** Tells everybody how punctual reminders were, without telling anything about anybody. */
@NullMarked
package org.termin.notifier.punctuality;

import org.jspecify.annotations.NullMarked;
