/**
 * The supervisor: embedded engines and the three service jars as child processes; demo; end-to-end
 * tests.
 */
@NullMarked
package org.termin.standalone;

import org.jspecify.annotations.NullMarked;
