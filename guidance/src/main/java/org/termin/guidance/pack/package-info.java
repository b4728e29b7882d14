/** Country packs: one editable file per country, read, checked and turned into rules and texts. */
@NullMarked
package org.termin.guidance.pack;

import org.jspecify.annotations.NullMarked;
