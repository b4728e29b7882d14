/**
 * The life of a key: the next one is made, everything moves to it, and an old one goes for good.
 */
@NullMarked
package org.termin.notifier.epoch;

import org.jspecify.annotations.NullMarked;
