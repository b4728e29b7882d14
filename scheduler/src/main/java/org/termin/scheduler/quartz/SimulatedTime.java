package org.termin.scheduler.quartz;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.termin.scheduler.Closing;
import org.termin.scheduler.ledger.Ledger;
import org.termin.scheduler.ledger.Scan;
import org.termin.scheduler.ledger.ScanSettings;

/**
 * Drives the scan where the clock is simulated: after each of the clock's steps it scans until
 * nothing is due and says so with the step's number. Between steps it scans as usual.
 */
@Component
final class SimulatedTime implements Runnable {
  private static final Duration LOOK = Duration.ofMillis(5);
  private static final Duration MOST_IDLE = Duration.ofSeconds(1);

  private final Ledger ledger;
  private final Scan scan;
  private final Closing closing;
  private final Clock clock;
  private final Duration every;
  private long answered = -1;
  private Instant idleUntil = Instant.MIN;

  SimulatedTime(Ledger ledger, Scan scan, Closing closing, Clock clock, ScanSettings settings) {
    this.ledger = ledger;
    this.scan = scan;
    this.closing = closing;
    this.clock = clock;
    this.every = settings.every().compareTo(MOST_IDLE) < 0 ? settings.every() : MOST_IDLE;
  }

  @Override
  public void run() {
    while (!closing.within(LOOK)) {
      Guarded.run("simulated", this::look);
    }
  }

  private void look() {
    var step = ledger.step();
    if (step != answered || !clock.instant().isBefore(idleUntil)) {
      scan.untilDry(step);
      answered = step;
      idleUntil = clock.instant().plus(every);
    }
  }
}
