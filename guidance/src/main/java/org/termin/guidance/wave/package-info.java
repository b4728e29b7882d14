/** Works out from how many documents end when, when their holders have to begin and to apply. */
@NullMarked
package org.termin.guidance.wave;

import org.jspecify.annotations.NullMarked;
