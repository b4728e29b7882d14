/** Says in counts and seconds how the service stands, to dashboards and to whoever asks. */
@NullMarked
package org.termin.notifier.standing;

import org.jspecify.annotations.NullMarked;
