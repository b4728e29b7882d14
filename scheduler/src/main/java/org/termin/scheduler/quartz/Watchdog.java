package org.termin.scheduler.quartz;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.scheduler.Closing;
import org.termin.scheduler.ledger.Ledger;
import org.termin.scheduler.ledger.Scan;
import org.termin.scheduler.ledger.ScanSettings;

/**
 * Scans when nobody has for too long: a Quartz trigger can stay BLOCKED for ever, and a store of
 * timers can be emptied. It knows nothing of Quartz.
 */
@Component
final class Watchdog implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);

  private final Ledger ledger;
  private final Scan scan;
  private final Closing closing;
  private final Counter woken;
  private final Duration pause;

  Watchdog(Ledger ledger, Scan scan, Closing closing, MeterRegistry meters, ScanSettings settings) {
    this.ledger = ledger;
    this.scan = scan;
    this.closing = closing;
    this.woken = meters.counter("termin.scan.watchdog");
    this.pause = settings.silence().dividedBy(6);
  }

  @Override
  public void run() {
    while (!closing.within(pause)) {
      Guarded.run("watchdog", this::look);
    }
  }

  private void look() {
    if (ledger.silent()) {
      LOG.warn("No scan has been committed for too long; the watchdog scans.");
      woken.increment();
      scan.untilDry(0);
    }
  }
}
