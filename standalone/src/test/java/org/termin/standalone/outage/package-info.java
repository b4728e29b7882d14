/** R5: everything stands still for a while, and everybody hears once, rightly and by day. */
@NullMarked
package org.termin.standalone.outage;

import org.jspecify.annotations.NullMarked;
