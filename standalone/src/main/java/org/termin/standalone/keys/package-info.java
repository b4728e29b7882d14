/**
 * The commands for the keys: how they stand, make the next one, open everything once, and the end.
 */
@NullMarked
package org.termin.standalone.keys;

import org.jspecify.annotations.NullMarked;
