/** The command that says how the service stands, in the dashboard's figures. */
@NullMarked
package org.termin.standalone.status;

import org.jspecify.annotations.NullMarked;
