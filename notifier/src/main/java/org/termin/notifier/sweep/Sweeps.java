package org.termin.notifier.sweep;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.record.Records;
import org.termin.notifier.settle.Settlement;

/**
 * Looks again at every attempt whose instant has come: a lease that is over, an outcome nobody
 * knows, three days of silence. No age limit; whoever waits longest comes first.
 */
@Component
public class Sweeps {

  private static final Logger log = LoggerFactory.getLogger(Sweeps.class);
  private static final int BATCH = 500;

  /** One sweep of one kind ends after that long; the next one goes on. */
  private static final Duration MOST = Duration.ofMinutes(1);

  private final Attempts attempts;
  private final Records records;
  private final Books books;
  private final Intake intake;
  private final Silence silence;
  private final Settlement settlement;
  private final Paused paused;
  private final MeterRegistry meters;

  Sweeps(
      Attempts attempts,
      Records records,
      Books books,
      Intake intake,
      Silence silence,
      Settlement settlement,
      Paused paused,
      MeterRegistry meters) {
    this.attempts = attempts;
    this.records = records;
    this.books = books;
    this.intake = intake;
    this.silence = silence;
    this.settlement = settlement;
    this.paused = paused;
    this.meters = meters;
  }

  /** Everything that is due; says how many things were looked at. */
  @Scheduled(
      fixedDelayString = "${termin.sweep.every}",
      initialDelayString = "${termin.sweep.every}")
  public int run() {
    return each(AttemptState.DISPATCHED, "lease", settlement::leaseOver)
        + paused.sweep()
        + unknown()
        + each(AttemptState.ACCEPTED, "silence", silence::look);
  }

  /**
   * What waits in the inbox is heard first: after an outage the report that settles an unknown
   * outcome may lie there, and the message must not be sent again before it was read.
   */
  private int unknown() {
    if (attempts.waking(AttemptState.UNKNOWN, 1).isEmpty()) {
      return 0;
    }
    intake.sweep();
    return each(AttemptState.UNKNOWN, "unknown", this::unknown);
  }

  /** No callback has decided; the provider's list may. */
  private void unknown(UUID id) {
    attempts
        .find(id)
        .ifPresent(
            attempt ->
                settlement.looked(
                    id,
                    books.find(attempt, records.open(attempt.contents().registration()).here())));
  }

  private int each(AttemptState state, String name, Consumer<UUID> look) {
    long deadline = System.nanoTime() + MOST.toNanos();
    int looked = 0;
    List<UUID> due;
    do {
      due = attempts.waking(state, BATCH);
      int failed = 0;
      for (UUID id : due) {
        if (System.nanoTime() > deadline) {
          // a provider that answers slowly must not hold up the other sweeps
          break;
        }
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
    } while (due.size() == BATCH && System.nanoTime() < deadline);
    if (looked > 0) {
      meters.counter("termin.swept", "what", name).increment(looked);
    }
    return looked;
  }
}
