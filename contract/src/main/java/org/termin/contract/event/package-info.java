/** Hints on Kafka: ids and states only, never a contact, a date or a country. */
@NullMarked
package org.termin.contract.event;

import org.jspecify.annotations.NullMarked;
