/** Looks for secrets in what git tracks. */
@NullMarked
package org.termin.testkit.secrets;

import org.jspecify.annotations.NullMarked;
