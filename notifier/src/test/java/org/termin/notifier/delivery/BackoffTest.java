package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(15),
          Duration.ofHours(1),
          Duration.ofHours(3));

  @Property
  void fivePausesGrowWithFullJitterAndThenEveryDayHasOneTry(
      @ForAll long seed, @ForAll @IntRange(max = 40) int tries, @ForAll @IntRange int second) {
    Instant now = Instant.parse("2026-11-23T09:00:00Z").plusSeconds(Math.abs((long) second));
    Instant next = new Backoff(new Random(seed)).after(now, tries);
    if (tries < PAUSES.size()) {
      assertThat(next).isBetween(now.plusSeconds(1), now.plus(PAUSES.get(tries)));
    } else {
      LocalTime time = next.atOffset(ZoneOffset.UTC).toLocalTime();
      assertThat(time).isBetween(LocalTime.of(10, 0), LocalTime.of(15, 0));
      assertThat(next.atOffset(ZoneOffset.UTC).toLocalDate())
          .isEqualTo(now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1));
    }
  }
}
