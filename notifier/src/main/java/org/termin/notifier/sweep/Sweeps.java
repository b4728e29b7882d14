package org.termin.notifier.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Settlement;

/**
 * Looks again at every attempt whose instant has come: a lease that is over, an outcome nobody
 * knows, three days of silence. No age limit; whoever waits longest comes first.
 */
@Component
public class Sweeps {

  private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
  private static final int BATCH = 500;

  private final Attempts attempts;
  private final Settlement settlement;
  private final Unsent unsent;
  private final MeterRegistry meters;

  Sweeps(Attempts attempts, Settlement settlement, Unsent unsent, MeterRegistry meters) {
    this.attempts = attempts;
    this.settlement = settlement;
    this.unsent = unsent;
    this.meters = meters;
  }

  /** Everything that is due; says how many things were looked at. */
  @Scheduled(
      fixedDelayString = "${termin.sweep.every}",
      initialDelayString = "${termin.sweep.every}")
  public int run() {
    return leases() + unknown() + silence() + unsent.sweep();
  }

  private int leases() {
    return each(AttemptState.DISPATCHED, "lease", settlement::leaseOver);
  }

  private int unknown() {
    return each(AttemptState.UNKNOWN, "unknown", settlement::stillUnknown);
  }

  private int silence() {
    return each(AttemptState.ACCEPTED, "silence", settlement::silence);
  }

  private int each(AttemptState state, String name, Consumer<UUID> look) {
    int looked = 0;
    List<UUID> due;
    do {
      due = attempts.waking(state, BATCH);
      int failed = 0;
      for (UUID id : due) {
        try {
          look.accept(id);
        } catch (RuntimeException e) {
          failed++;
          log.error("attempt {} could not be swept ({})", id, e.getClass().getSimpleName());
        }
      }
      looked += due.size();
      if (failed > 0) {
        break;
      }
    } while (due.size() == BATCH);
    if (looked > 0) {
      meters.counter("termin.swept", "what", name).increment(looked);
    }
    return looked;
  }
}
