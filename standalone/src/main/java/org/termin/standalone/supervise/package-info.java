/** Starts the engines and the services in order, watches them, and stops them in reverse. */
@NullMarked
package org.termin.standalone.supervise;

import org.jspecify.annotations.NullMarked;
