/** What every store and every bus must do, whatever brings them. */
@NullMarked
package org.termin.testkit.port;

import org.jspecify.annotations.NullMarked;
