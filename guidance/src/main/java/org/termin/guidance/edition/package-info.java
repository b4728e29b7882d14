/** The packs as they follow each other: what a newer edition changes for whom. */
@NullMarked
package org.termin.guidance.edition;

import org.jspecify.annotations.NullMarked;
