/** Names every condition under which somebody has to look, and says so aloud once. */
@NullMarked
package org.termin.notifier.alarm;

import org.jspecify.annotations.NullMarked;
