package org.termin.notifier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A machine's clock that a test turns; it stands still in between. */
public final class TurnedClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-23T09:00:00Z");

  public void set(Instant instant) {
    now = instant;
  }

  public void turn(Duration by) {
    now = now.plus(by);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
