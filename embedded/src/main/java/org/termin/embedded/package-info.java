/** Starts a durable PostgreSQL and a Kafka broker from Maven artifacts. */
@NullMarked
package org.termin.embedded;

import org.jspecify.annotations.NullMarked;
