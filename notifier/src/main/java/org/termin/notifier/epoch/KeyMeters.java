package org.termin.notifier.epoch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.notifier.keys.EpochLog.Life;
import org.termin.notifier.keys.Keyring;

/** Shows how many keys live, how old the newest is, and when somebody last reported a backup. */
@Component
class KeyMeters {
  private final Keyring keys;
  private final Clock clock;

  KeyMeters(Keyring keys, Destruction destruction, Clock clock, MeterRegistry meters) {
    this.keys = keys;
    this.clock = clock;
    Gauge.builder("termin.keys", () -> keys.living().size())
        .tag("state", "living")
        .description("Keys by what becomes of them")
        .register(meters);
    Gauge.builder("termin.keys", () -> destruction.late(clock.instant()))
        .tag("state", "late")
        .register(meters);
    age(meters, "newest-key", this::newest);
    age(meters, "backup", this::backup);
  }

  private void age(MeterRegistry meters, String of, Since since) {
    Gauge.builder("termin.age", () -> seconds(since.instant()))
        .baseUnit("seconds")
        .tag("of", of)
        .register(meters);
  }

  private double seconds(@Nullable Instant since) {
    return since == null ? Double.NaN : Duration.between(since, clock.instant()).toSeconds();
  }

  private @Nullable Instant newest() {
    Life life = keys.log().read().lives().get(keys.newest().number());
    return life == null ? null : life.made();
  }

  private @Nullable Instant backup() {
    return keys.log().read().backup();
  }

  /** When something began; null: not known. */
  private interface Since {
    @Nullable Instant instant();
  }
}
