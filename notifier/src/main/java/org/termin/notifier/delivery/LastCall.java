package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Ref;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;

/** Whether something that was told cannot wait for another stage. */
@Component
public class LastCall {

  private static final Duration SHORT_TIME = Duration.ofHours(72);

  /** Some ladders' last calls keep the weekly cap, so the stage's own mark is not enough. */
  private static final Set<Integer> LAST =
      Set.of(StageNumber.LAST_CALL, StageNumber.LAST_CALL_AGAIN, StageNumber.GRACE_2);

  private final Rows rows;
  private final Editions editions;
  private final Keyring keys;

  LastCall(Rows rows, Editions editions, Keyring keys) {
    this.rows = rows;
    this.editions = editions;
    this.keys = keys;
  }

  /** One of these rows is a last call by its stage, or has at most 72 hours left to act on. */
  public boolean isAmong(Person person, Collection<UUID> reminders, Instant now) {
    Set<Ref> told =
        rows.rows(reminders).stream()
            .filter(row -> now.isBefore(row.notAfter()))
            .map(Row::ref)
            .collect(Collectors.toSet());
    LocalDate today = Timetable.today(person, now);
    var plan = editions.of(person).plan(person.content().situation(), today);
    return Timetable.of(keys.ledger(), person, plan).stream()
        .filter(reason -> told.contains(reason.ref()))
        .anyMatch(
            reason ->
                reason.stage().lastCall()
                    || LAST.contains(reason.stage().number())
                    || isShort(person, reason, now));
  }

  private static boolean isShort(Person person, Reason reason, Instant now) {
    Instant end =
        reason.stage().actionDate().plusDays(1).atStartOfDay(person.content().zone()).toInstant();
    return end.isAfter(now) && !end.isAfter(now.plus(SHORT_TIME));
  }
}
