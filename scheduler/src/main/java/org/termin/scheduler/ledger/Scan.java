package org.termin.scheduler.ledger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.termin.scheduler.Closing;
import org.termin.scheduler.emit.Emitter;

/**
 * One scan: urgent lane first, statement by statement until nothing is due. It may run twice at
 * once, late or not at all: what it does is decided row by row in the store.
 */
@Component
public class Scan {
  /** The heartbeat's name. */
  public static final String JOB = "scan";

  private static final Duration WINDOW_PAUSE = Duration.ofMillis(200);
  private static final Logger LOG = LoggerFactory.getLogger(Scan.class);

  private final Ledger ledger;
  private final Emitter emitter;
  private final Closing closing;
  private final MeterRegistry meters;

  Scan(Ledger ledger, Emitter emitter, Closing closing, MeterRegistry meters) {
    this.ledger = ledger;
    this.emitter = emitter;
    this.closing = closing;
    this.meters = meters;
    // a figure of zero is seen, a missing one is not
    Ledger.LANES.forEach(this::queued);
  }

  /** Scans until nothing is due, looking again every 200 ms while the window is full. */
  public void untilDry(long step) {
    while (!closing.isTold()) {
      switch (pass()) {
        case DRY -> {
          ledger.beat(JOB, step);
          return;
        }
        case BUS_SILENT -> {
          // what was queued is said again after the republish time; more would only wait with it
          beatOutsideSimulation(step);
          return;
        }
        case WINDOW_FULL -> {
          beatOutsideSimulation(step);
          if (closing.within(WINDOW_PAUSE)) {
            return;
          }
        }
      }
    }
  }

  // a full window or a silent bus is no silent scan; but a simulated hour waits until all is said
  private void beatOutsideSimulation(long step) {
    if (step == 0) {
      ledger.beat(JOB, step);
    }
  }

  private Counter queued(int lane) {
    return meters.counter("termin.scan.queued", "lane", String.valueOf(lane));
  }

  private Pass pass() {
    for (int lane : Ledger.LANES) {
      for (var due = ledger.queueDue(lane); !due.isEmpty(); due = ledger.queueDue(lane)) {
        queued(lane).increment(due.size());
        var unsaid = emitter.say(due);
        if (unsaid > 0) {
          LOG.warn(
              "Kafka did not take {} of {} hints; they are said again later.", unsaid, due.size());
          return Pass.BUS_SILENT;
        }
      }
    }
    return ledger.somethingDue() ? Pass.WINDOW_FULL : Pass.DRY;
  }

  private enum Pass {
    DRY,
    WINDOW_FULL,
    BUS_SILENT
  }
}
