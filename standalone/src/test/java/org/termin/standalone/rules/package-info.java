/** A change of rules on a whole Termin with many residents. */
@NullMarked
package org.termin.standalone.rules;

import org.jspecify.annotations.NullMarked;
