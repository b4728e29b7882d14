package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When to try again: full jitter over five growing pauses, then once in each following band. Every
 * row gets an instant of its own: equal ones would tie a household together.
 */
public final class Backoff {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3));

  /** Daytime in Europe all year; those further west are put off by the gate to their morning. */
  private static final LocalTime BAND = LocalTime.of(10, 0);

  private static final Duration BAND_LENGTH = Duration.ofHours(5);

  private final RandomGenerator random;

  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** The next try after so many failed ones. */
  public Instant after(Instant now, int tries) {
    if (tries < PAUSES.size()) {
      return now.plus(within(PAUSES.get(tries)));
    }
    Instant band =
        now.atOffset(ZoneOffset.UTC)
            .toLocalDate()
            .plusDays(1)
            .atTime(BAND)
            .toInstant(ZoneOffset.UTC);
    return band.plus(within(BAND_LENGTH));
  }

  /** Some moment within that time, to the second. */
  public Duration within(Duration most) {
    return Duration.ofSeconds(random.nextLong(1, Math.max(2, most.toSeconds() + 1)));
  }
}
