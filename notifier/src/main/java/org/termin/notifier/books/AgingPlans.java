package org.termin.notifier.books;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.termin.contract.sealed.Ref;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Reason;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;

/**
 * Plans change by themselves: the day after a passport has ended, a permit binds by its own date.
 * Nobody wrote to the record, so nobody has planned it again.
 */
final class AgingPlans {
  private final Keyring keys;
  private final Editions editions;

  AgingPlans(Keyring keys, Editions editions) {
    this.keys = keys;
    this.editions = editions;
  }

  /** Every stage of a person's plan as it is on that day. */
  List<Reason> on(Person person, LocalDate day) {
    return Timetable.of(
        keys.ledger(), person, editions.of(person).plan(person.content().situation(), day));
  }

  /**
   * Whether passing days have changed the plan, so that it is to be made anew days before the first
   * of the changed rows. What the plan had from the beginning is missing for another reason, and a
   * row that merely sleeps too long is no such thing.
   *
   * @param planned the stages that have a row
   */
  boolean haveAged(Person person, List<Reason> reasons, Set<Ref> planned, Stretch stretch) {
    return hasNew(person, reasons, planned, stretch) || hasMoved(person, reasons, stretch);
  }

  private boolean hasNew(Person person, List<Reason> reasons, Set<Ref> planned, Stretch stretch) {
    LocalDate registered = person.content().registered();
    // what lay behind at sign-up has no row; moved to a day ahead it is as new
    Set<Ref> before =
        on(person, registered).stream()
            .filter(reason -> reason.dueOn().isAfter(registered))
            .map(Reason::ref)
            .collect(Collectors.toSet());
    return reasons.stream()
        .filter(reason -> reason.dueAt().isAfter(stretch.now()) && !planned.contains(reason.ref()))
        .anyMatch(reason -> !before.contains(reason.ref()));
  }

  /** Once a day that nobody has confirmed is over, the next one counts. */
  private boolean hasMoved(Person person, List<Reason> reasons, Stretch stretch) {
    Map<Ref, LocalDate> before = new HashMap<>();
    on(person, Timetable.today(person, stretch.begin()))
        .forEach(reason -> before.put(reason.ref(), reason.dueOn()));
    return reasons.stream()
        .anyMatch(
            reason -> {
              LocalDate was = before.get(reason.ref());
              return was != null && !was.equals(reason.dueOn());
            });
  }
}
