/** What an editor looks at before residents do: whether a pack stands, whom it moves, its age. */
@NullMarked
package org.termin.guidance.review;

import org.jspecify.annotations.NullMarked;
