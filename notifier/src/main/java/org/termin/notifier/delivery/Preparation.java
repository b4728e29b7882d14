package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.delivery.Prepared.End;
import org.termin.notifier.delivery.Prepared.Hold;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.policy.Rule;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Decides, without writing anything, what woken rows lead to at this instant: one decision for each
 * registration, and one person's trouble is nobody else's.
 */
@Component
class Preparation {

  private static final Logger log = LoggerFactory.getLogger(Preparation.class);
  private static final Duration AFTER_A_FAULT = Duration.ofHours(1);

  private final Records records;
  private final Judgement judgement;
  private final Alarms alarms;
  private final StopLog stops;

  Preparation(Records records, Judgement judgement, Alarms alarms, Keyring keys) {
    this.stops = keys.stops();
    this.records = records;
    this.judgement = judgement;
    this.alarms = alarms;
  }

  List<Prepared> prepare(List<Row> woken, Instant now) {
    Map<UUID, List<Row>> byPerson = new LinkedHashMap<>();
    woken.forEach(
        row -> byPerson.computeIfAbsent(row.ref().registration(), _ -> new ArrayList<>()).add(row));
    Map<UUID, Found> people = records.open(byPerson.keySet());
    List<Prepared> prepared = new ArrayList<>();
    byPerson.forEach(
        (id, own) -> prepared.add(decide(id, own, people.getOrDefault(id, Found.gone()), now)));
    return prepared;
  }

  private Prepared decide(UUID id, List<Row> woken, Found found, Instant now) {
    return switch (found) {
      case Found.Gone() -> End.all(id, woken, ReminderState.CANCELLED, Rule.ERASED);
      case Found.Held() -> new Hold(id, woken, now.plus(AFTER_A_FAULT));
      case Found.Here(Person person) when isBackFromBefore(person) -> {
        alarms.raise(Alarm.STOP_UNDONE, 1);
        yield new Hold(id, woken, now.plus(AFTER_A_FAULT));
      }
      case Found.Here(Person person) -> {
        try {
          yield judgement.of(person, woken, now);
        } catch (DataAccessResourceFailureException
            | TransientDataAccessException
            | TransactionException e) {
          // the database's trouble, not this person's: the batch is offered again
          throw e;
        } catch (RuntimeException e) {
          log.error("a reminder could not be prepared ({})", e.getClass().getSimpleName());
          log.debug("what happened", e);
          alarms.raise(Alarm.PREPARATION_FAILED, woken.size());
          yield new Hold(id, woken, now.plus(AFTER_A_FAULT));
        }
      }
    };
  }

  /** Rows of before a stop or an erase are genuine and open; only the log outside knows better. */
  private boolean isBackFromBefore(Person person) {
    return stops.holds(person.id(), StopLog.WHOLE)
        || person.confirmed().stream().anyMatch(slot -> stops.holds(person.id(), slot.slot()));
  }
}
