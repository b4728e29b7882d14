package org.termin.notifier.intake;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.Answer;
import org.termin.notifier.bus.HintHandler;
import org.termin.notifier.record.StoreClock;

/** Empties the inbox, hinted or not: each message in one transaction, judged by its own proof. */
@Component
public class Intake implements HintHandler {
  private static final Logger log = LoggerFactory.getLogger(Intake.class);
  private static final int BATCH = 500;
  private final Inbox inbox;
  private final Judge judge;
  private final StoreClock clock;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;

  Intake(
      Inbox inbox,
      Judge judge,
      StoreClock clock,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.inbox = inbox;
    this.judge = judge;
    this.clock = clock;
    this.transaction = transaction;
    this.meters = meters;
  }

  @Override
  public void look(List<UUID> hinted) {
    inbox.among(hinted).forEach(this::handle);
  }

  /** Looks at everything that waits; says how much it was. */
  @Scheduled(fixedDelayString = "${termin.intake.every}")
  public int sweep() {
    int looked = 0;
    List<UUID> waiting;
    do {
      waiting = inbox.waiting(BATCH);
      for (UUID id : waiting) {
        handle(id);
      }
      looked += waiting.size();
    } while (waiting.size() == BATCH);
    return looked;
  }

  /** Gives up what nobody could judge. */
  @Scheduled(fixedDelayString = "${termin.sweep.every}")
  public void forget() {
    inbox.forgetOld();
  }

  private void handle(UUID id) {
    try {
      Optional<List<Runnable>> then = transaction.execute(_ -> inbox.lock(id).map(this::handle));
      if (then != null) {
        then.ifPresent(steps -> steps.forEach(this::run));
      }
    } catch (NonTransientDataAccessResourceException
        | TransientDataAccessException
        | RecoverableDataAccessException
        | CannotCreateTransactionException
        | TransactionSystemException e) {
      // the store's trouble, not the message's: it waits unharmed
      throw e;
    } catch (RuntimeException e) {
      log.error("a message could not be handled ({})", e.getClass().getSimpleName());
      log.debug("what happened", e);
      transaction.executeWithoutResult(_ -> inbox.lock(id).ifPresent(this::putAside));
    }
  }

  private List<Runnable> handle(Inbox.Row row) {
    Instant now = clock.now();
    return switch (judge.judge(row, now)) {
      case Verdict.Answered(Answer answer, List<Runnable> then) -> {
        inbox.delete(row.id());
        inbox.answer(row.id(), answer);
        yield then;
      }
      case Verdict.Silent(List<Runnable> then) -> {
        inbox.delete(row.id());
        yield then;
      }
      case Verdict.Unjudged() -> {
        putAside(row);
        yield List.of();
      }
      case Verdict.Held() -> {
        inbox.lookAgain(row.id());
        yield List.of();
      }
    };
  }

  private void putAside(Inbox.Row row) {
    meters.counter("termin.inbox.unjudged").increment();
    inbox.lookAgain(row.id());
    if (row.tries() == 0) {
      inbox.answer(row.id(), Answer.INVALID);
    }
  }

  /** What follows a commit is found by a sweep if it fails now. */
  private void run(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      log.warn("what follows a message has to wait ({})", e.getClass().getSimpleName());
    }
  }
}
