/** Makes a person gone: at once, after a stop, or when nothing was ever confirmed. */
@NullMarked
package org.termin.notifier.erasure;

import org.jspecify.annotations.NullMarked;
