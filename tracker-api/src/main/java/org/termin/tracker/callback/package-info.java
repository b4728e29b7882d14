/** Seals what providers and mail programs call back with into the inbox. */
@NullMarked
package org.termin.tracker.callback;

import org.jspecify.annotations.NullMarked;
