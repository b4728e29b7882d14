/** Where a service's counts can be read by a Prometheus that is not on its machine. */
@NullMarked
package org.termin.contract.metrics;

import org.jspecify.annotations.NullMarked;
