/** The one store: migrations, roles, grants, functions; termin-migrate. */
@NullMarked
package org.termin.database;

import org.jspecify.annotations.NullMarked;
