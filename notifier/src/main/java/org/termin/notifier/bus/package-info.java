/** The notifier's side of Kafka: hints and due reminders in, delivery news out. */
@NullMarked
package org.termin.notifier.bus;

import org.jspecify.annotations.NullMarked;
