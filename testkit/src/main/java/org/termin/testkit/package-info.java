/** Test only: engines, fake SMS provider, SMTP sink, samples, contract tests. */
@NullMarked
package org.termin.testkit;

import org.jspecify.annotations.NullMarked;
