/** Keeps what the experiments measured and writes it down as one page. */
@NullMarked
package org.termin.testkit.report;

import org.jspecify.annotations.NullMarked;
