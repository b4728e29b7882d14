/** Counts whose documents end when, and releases what says nothing about anybody. */
@NullMarked
package org.termin.notifier.wave;

import org.jspecify.annotations.NullMarked;
