package org.termin.notifier.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The UTC days that are looked at, both included, and the database's "now".
 *
 * @param last before today
 */
record Stretch(LocalDate first, LocalDate last, Instant now) {
  Stretch {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException("a stretch of days begins before it ends");
    }
  }

  Instant begin() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  Instant end() {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
