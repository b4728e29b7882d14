/** The commands for those who look after the rules: check a pack, see its age, see a plan. */
@NullMarked
package org.termin.standalone.editor;

import org.jspecify.annotations.NullMarked;
