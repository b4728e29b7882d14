/** Looks through everything a whole Termin leaves behind for what people entrusted to it. */
@NullMarked
package org.termin.standalone.hunt;

import org.jspecify.annotations.NullMarked;
