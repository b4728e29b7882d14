/** The public door: REST, pages, provider callbacks. */
@NullMarked
package org.termin.tracker;

import org.jspecify.annotations.NullMarked;
