/** What every store, bus, mail server and SMS provider must do, whatever brings them. */
@NullMarked
package org.termin.testkit.port;

import org.jspecify.annotations.NullMarked;
