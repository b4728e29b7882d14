package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.RecordState;
import org.termin.notifier.plan.Announcing;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * Plans a message for everybody who asked to be told before a wave of that size. Who waits for what
 * is sealed, so everybody's record is opened; what was told stands in the ledger, so that doing it
 * again tells nobody twice.
 */
@Component
class Alerts {
  private static final Logger log = LoggerFactory.getLogger(Alerts.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;

  private final Records records;
  private final Releases releases;
  private final Announcing announcing;
  private final StoreClock clock;
  private final TransactionTemplate transaction;

  Alerts(
      Records records,
      Releases releases,
      Announcing announcing,
      StoreClock clock,
      TransactionTemplate transaction) {
    this.records = records;
    this.releases = releases;
    this.announcing = announcing;
    this.clock = clock;
    this.transaction = transaction;
  }

  /** Tells of what that release says; who paused hears of it at a later one. */
  void tell(LocalDate release) {
    Ahead ahead = Ahead.of(releases.before(release.plusDays(1)), release);
    if (ahead.isNothing()) {
      return;
    }
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.activeAfter(after, BATCH);
      for (Found found : records.open(ids).values()) {
        found
            .here()
            .filter(person -> !ahead.wanted(person.content().situation()).isEmpty())
            .ifPresent(person -> tell(person.id(), ahead));
      }
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
  }

  private void tell(UUID id, Ahead ahead) {
    try {
      transaction.executeWithoutResult(
          _ -> {
            if (records.lock(id) instanceof Found.Here(Person person)
                && person.state() == RecordState.ACTIVE) {
              List<YearMonth> wanted = ahead.wanted(person.content().situation());
              announcing.tell(person, wanted, clock.now());
            }
          });
    } catch (DataAccessResourceFailureException | TransientDataAccessException e) {
      // the database's trouble, not this person's: everybody is looked at again
      throw e;
    } catch (RuntimeException e) {
      // one person's trouble must not keep the others from being told
      log.error("an alert could not be planned ({})", e.getClass().getSimpleName());
    }
  }
}
