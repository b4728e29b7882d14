/** PostgreSQL and Kafka as somebody else runs them: encrypted, and with logins. */
@NullMarked
package org.termin.standalone.managed;

import org.jspecify.annotations.NullMarked;
