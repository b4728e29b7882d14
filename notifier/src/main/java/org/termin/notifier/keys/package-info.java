/** The key folder: the only place that reads, makes and keeps secret keys, and the log of stops. */
@NullMarked
package org.termin.notifier.keys;

import org.jspecify.annotations.NullMarked;
