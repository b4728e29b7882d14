/** Whether a real Prometheus, with the rules and the dashboard that ship, sees what goes wrong. */
@NullMarked
package org.termin.standalone.watched;

import org.jspecify.annotations.NullMarked;
