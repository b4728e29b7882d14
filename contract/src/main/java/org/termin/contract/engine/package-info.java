/** How every service is let in by PostgreSQL and Kafka, and what it says where it is not. */
@NullMarked
package org.termin.contract.engine;

import org.jspecify.annotations.NullMarked;
