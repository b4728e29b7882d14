/** What whoever is at the machine does with communities and the people who help in them. */
@NullMarked
package org.termin.standalone.community;

import org.jspecify.annotations.NullMarked;
