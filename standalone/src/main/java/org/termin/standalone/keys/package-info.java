/** The commands for the keys: how they stand, make the next one, open everything once. */
@NullMarked
package org.termin.standalone.keys;

import org.jspecify.annotations.NullMarked;
