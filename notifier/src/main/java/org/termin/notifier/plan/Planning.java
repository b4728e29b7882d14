package org.termin.notifier.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.guidance.plan.Plan;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Ledger.Standing;
import org.termin.notifier.record.Person;

/** Writes what a person's plan asks for into the ledger, in the transaction that changed it. */
@Component
public class Planning {
  private final Editions editions;
  private final Ledger ledger;
  private final LedgerKeys keys;

  Planning(Editions editions, Ledger ledger, Keyring keyring) {
    this.editions = editions;
    this.ledger = ledger;
    this.keys = keyring.ledger();
  }

  /** Brings the ledger in line with a person just written; the record must be locked. */
  public void replan(Person person, Instant now) {
    replan(person, person, now);
  }

  /** The same where documents may have been given up: their rows end too. */
  public void replan(Person before, Person person, Instant now) {
    write(before, person, now, Replan.Past.TOLD_ONCE);
  }

  /** The same after a reply was undone: nothing past is told again. */
  public void replanAfterUndo(Person person, Instant now) {
    write(person, person, now, Replan.Past.UNTOLD);
  }

  /** The confirmation at sign-up: due at once, never planned twice. */
  public void confirm(Person person, Instant now) {
    Instant due = now.truncatedTo(ChronoUnit.MINUTES);
    LocalDate day = Band.dayOf(due);
    ledger.put(
        List.of(
            Timetable.withoutDocument(
                Refs.confirmation(person.id()),
                due,
                Band.endOf(day.plusDays(Timetable.LAST_KEEPS)),
                0)));
  }

  /** A pause is over: what waited for its end may speak again. */
  public void resume(Person person, Instant now) {
    ledger.wake(ledger.standing(Refs.of(person)).values(), now);
    replan(person, now);
  }

  /** Ends every row of a person that has not been told: the registration is being erased. */
  public void cancel(Person person) {
    ledger.end(ledger.standing(Refs.of(person)).values(), ReminderState.CANCELLED);
  }

  /** The same under this notifier's own edition, which the person is planned with from now on. */
  void adopt(Person before, Person person, Replan.News news, Instant now) {
    write(before, person, now, Replan.Past.TOLD_ONCE, news);
    ledger.adopted(person, editions.own().number());
  }

  private void write(Person before, Person person, Instant now, Replan.Past past) {
    boolean planned = write(before, person, now, past, Replan.News.NONE);
    // who was planned before stays with that edition until they are told what the next one changes
    if (planned && person.plannedGuidance() == 0) {
      ledger.adopted(person, editions.own().number());
    }
  }

  private boolean write(
      Person before, Person person, Instant now, Replan.Past past, Replan.News news) {
    if (person.state() != RecordState.ACTIVE && person.state() != RecordState.PAUSED) {
      return false;
    }
    Plan plan =
        editions.of(person).plan(person.content().situation(), Timetable.today(person, now));
    Map<Ref, Standing> rows =
        ledger.standing(
            Stream.concat(Refs.of(before).stream(), Refs.of(person).stream())
                .collect(Collectors.toSet()));
    Replan changes = Replan.of(keys, person, plan, rows, now, past, news);
    ledger.end(changes.gone(), ReminderState.SUPERSEDED);
    ledger.put(changes.put());
    ledger.planned(person);
    return true;
  }
}
