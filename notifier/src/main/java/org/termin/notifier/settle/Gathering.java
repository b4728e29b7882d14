package org.termin.notifier.settle;

import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.sms.TwilioErrors;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.delivery.Row;
import org.termin.notifier.delivery.Tried;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.settle.Facts.Whose;

/** Gathers what a decision looks at, from locked rows and an opened record. */
@Component
class Gathering {

  private final Attempts attempts;

  Gathering(Attempts attempts) {
    this.attempts = attempts;
  }

  Facts facts(Attempt attempt, Found found, List<Row> told) {
    int tries = told.stream().mapToInt(Row::tries).max().orElse(0);
    return switch (found) {
      case Found.Here(Person person) -> facts(attempt, person, tries);
      case Found.Gone() -> nobody(attempt, Whose.GONE, tries);
      case Found.Held() -> nobody(attempt, Whose.HELD, tries);
    };
  }

  private Facts facts(Attempt attempt, Person person, int tries) {
    int slot = attempt.contents().slot();
    return new Facts(
        attempt.kind(),
        attempt.state(),
        Whose.HERE,
        attempt.looks(),
        attempt.resends(),
        tries,
        Tried.isContactLeft(person, attempt.id(), slot),
        Tried.isContactUntouched(person, attempt.id(), slot),
        person.confirmed().stream().anyMatch(open -> open.slot() == slot),
        Tried.undelivered(person, attempt.id(), slot),
        attempts.failedBefore(
            Tried.undeliveredOnEarlierDays(person, attempt.id(), slot),
            TwilioErrors.table().absent()));
  }

  private static Facts nobody(Attempt attempt, Whose whose, int tries) {
    return new Facts(
        attempt.kind(),
        attempt.state(),
        whose,
        attempt.looks(),
        attempt.resends(),
        tries,
        false,
        false,
        false,
        0,
        false);
  }
}
