/** Somebody who can write every table, against people whose records nobody else can write. */
@NullMarked
package org.termin.notifier.attack;

import org.jspecify.annotations.NullMarked;
