package org.termin.notifier.erasure;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.RecordState;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;
import org.termin.notifier.record.Tally;

/** Makes people gone: the row, what points to it, and whatever has not been said yet. */
@Component
public class Erasure {
  private static final Logger log = LoggerFactory.getLogger(Erasure.class);
  private static final int BATCH = 200;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final Records records;
  private final Planning planning;
  private final StopLog stops;
  private final Tally tally;

  Erasure(
      JdbcClient db,
      TransactionTemplate transaction,
      StoreClock clock,
      Records records,
      Planning planning,
      Keyring keys,
      Tally tally) {
    this.tally = tally;
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.records = records;
    this.planning = planning;
    this.stops = keys.stops();
  }

  /** Erases a person whose record is locked; the log of stops has it before this commits. */
  public void erase(Person person) {
    stops.stopped(clock.today(), person.id(), StopLog.WHOLE);
    planning.cancel(person);
    records.delete(person.id());
    if (person.state() != RecordState.PENDING) {
      tally.erased();
    }
  }

  /** Erases whoever never confirmed anything, or stopped long enough ago; says how many. */
  @Scheduled(fixedDelayString = "${termin.sweep.every}")
  public int sweep() {
    List<UUID> due =
        db.sql(
                "select id from people.record where wake_at <= app.now() order by wake_at limit"
                    + " :batch")
            .param("batch", BATCH)
            .query(UUID.class)
            .list();
    int erased = 0;
    for (UUID id : due) {
      try {
        erased += Boolean.TRUE.equals(transaction.execute(_ -> eraseIfDue(id))) ? 1 : 0;
      } catch (RuntimeException e) {
        log.error("an erasure has to be tried again ({})", e.getClass().getSimpleName());
      }
    }
    return erased;
  }

  private boolean eraseIfDue(UUID id) {
    return records
        .lock(id)
        .here()
        .filter(person -> person.eraseAt() != null && !person.eraseAt().isAfter(clock.now()))
        .map(
            person -> {
              erase(person);
              return true;
            })
        .orElse(false);
  }
}
