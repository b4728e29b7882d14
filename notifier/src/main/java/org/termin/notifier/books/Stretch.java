package org.termin.notifier.books;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The UTC days that are looked at, both included, and the database's "now".
 *
 * @param last before today
 */
public record Stretch(LocalDate first, LocalDate last, Instant now) {
  public Stretch {
    if (first.isAfter(last)) {
      throw new IllegalArgumentException("a stretch of days begins before it ends");
    }
  }

  /** Midnight, UTC. */
  public Instant begin() {
    return first.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Midnight after the last day, UTC. */
  public Instant end() {
    return last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The day on which it is looked. */
  public LocalDate today() {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }
}
