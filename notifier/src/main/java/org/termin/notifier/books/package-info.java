/** Keeps the books: finds afterwards, by a way of its own, who was not told or has vanished. */
@NullMarked
package org.termin.notifier.books;

import org.jspecify.annotations.NullMarked;
