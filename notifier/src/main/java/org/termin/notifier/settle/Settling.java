package org.termin.notifier.settle;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.delivery.Keys;
import org.termin.notifier.delivery.ReminderMoney;
import org.termin.notifier.delivery.Row;
import org.termin.notifier.delivery.Rows;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.Codes;
import org.termin.notifier.verification.Suspension;

/**
 * Writes a decision: locks in the order everybody uses (record, rows, attempt), decides, writes.
 */
@Component
class Settling {

  private final TransactionTemplate transaction;
  private final Records records;
  private final Attempts attempts;
  private final Rows rows;
  private final Keys keys;
  private final ReminderMoney money;
  private final Codes codes;
  private final Gathering gathering;
  private final Fates fates;
  private final Suspension suspension;

  Settling(
      TransactionTemplate transaction,
      Records records,
      Attempts attempts,
      Rows rows,
      Keys keys,
      ReminderMoney money,
      Codes codes,
      Gathering gathering,
      Fates fates,
      Suspension suspension) {
    this.transaction = transaction;
    this.records = records;
    this.attempts = attempts;
    this.rows = rows;
    this.keys = keys;
    this.money = money;
    this.codes = codes;
    this.gathering = gathering;
    this.fates = fates;
    this.suspension = suspension;
  }

  /** One attempt, one decision, one transaction; nothing where the attempt is gone. */
  void settle(UUID id, Function<Facts, Decision> decide) {
    transaction.executeWithoutResult(
        _ -> {
          Attempt known = attempts.find(id).orElse(null);
          if (known == null) {
            return;
          }
          Found found = records.lock(known.contents().registration());
          List<Row> told = rows.lockAll(known.contents().reminders());
          attempts
              .lock(id)
              .ifPresent(
                  attempt -> {
                    Facts facts = gathering.facts(attempt, found, told);
                    Decision decision = decide.apply(facts);
                    write(attempt, facts, found.here().orElse(null), told, decision);
                  });
        });
  }

  private void write(
      Attempt attempt, Facts facts, @Nullable Person person, List<Row> told, Decision decision) {
    Instant wake = wake(attempt, decision.look());
    if (decision.changes(facts)) {
      attempts.move(attempt.id(), decision.state(), decision.error(), wake, decision.looks());
      if (left(decision.state())) {
        codes.accepted(attempt.id());
      }
    } else if (!(decision.look() instanceof Look.Unchanged)) {
      attempts.look(attempt.id(), wake, decision.looks());
    }
    if (decision.providerRef() != null && !decision.providerRef().equals(attempt.providerRef())) {
      attempts.providerRef(attempt.id(), decision.providerRef());
    }
    if (decision.keysBack()) {
      keys.giveBack(attempt.id());
    }
    if (decision.changes(facts) && costsNothing(decision.state())) {
      money.giveBack(attempt.id());
    }
    if (person != null && decision.changes(facts)) {
      Person noted = noted(person, attempt.id(), decision.state());
      if (decision.flag() != null) {
        suspension.suspend(noted, attempt.contents().slot(), decision.flag(), attempt.now());
      }
    }
    fates.meet(attempt, person, told, decision.fate());
  }

  /** The provider did not take it; what it takes is paid, whether it arrives or not. */
  private static boolean costsNothing(AttemptState state) {
    return switch (state) {
      case NOT_SENT, REJECTED -> true;
      case DISPATCHED, ACCEPTED, UNKNOWN, DELIVERED, UNDELIVERED -> false;
    };
  }

  /** Proven to have reached the provider: the ten minutes of a code begin. */
  private static boolean left(AttemptState state) {
    return switch (state) {
      case ACCEPTED, DELIVERED -> true;
      case DISPATCHED, UNKNOWN, NOT_SENT, REJECTED, UNDELIVERED -> false;
    };
  }

  private static Instant wake(Attempt attempt, Look look) {
    return switch (look) {
      case Look.Unchanged(), Look.Now() -> attempt.now();
      case Look.In(var time) -> attempt.now().plus(time);
      case Look.Never() -> Instant.MAX;
    };
  }

  /** The person's page shows the new state; a write under a new version takes it along. */
  private Person noted(Person person, UUID attempt, AttemptState state) {
    if (person.deliveries().stream().noneMatch(note -> note.attempt().equals(attempt))) {
      return person;
    }
    Person noted =
        person.withDeliveries(
            person.deliveries().stream()
                .map(note -> note.attempt().equals(attempt) ? note.in(state) : note)
                .toList());
    records.rewriteViews(List.of(noted));
    return noted;
  }
}
