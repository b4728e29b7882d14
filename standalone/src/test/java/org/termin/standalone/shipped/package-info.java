/** What leaves the house: the jars, their bills of materials, and under which licences. */
@NullMarked
package org.termin.standalone.shipped;

import org.jspecify.annotations.NullMarked;
