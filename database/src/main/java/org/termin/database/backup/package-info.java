/** One file with everything in the store, taken at one instant and put back as it was. */
@NullMarked
package org.termin.database.backup;

import org.jspecify.annotations.NullMarked;
