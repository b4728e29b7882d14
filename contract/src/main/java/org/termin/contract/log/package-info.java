/** What every service's log may hold, whatever its environment asks for. */
@NullMarked
package org.termin.contract.log;

import org.jspecify.annotations.NullMarked;
