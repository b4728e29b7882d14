package org.termin.notifier.delivery;

import java.time.Instant;
import java.util.List;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.policy.Gate;
import org.termin.notifier.policy.Rule;
import org.termin.notifier.record.Person;

/** The planted bug: a cap that drops a reminder where it should put it off. */
@Component
@Primary
class CapSkips extends Judgement {
  CapSkips(
      Editions editions,
      Wanted wanted,
      Facts facts,
      Gate gate,
      Wording wording,
      ReminderMoney money) {
    super(editions, wanted, facts, gate, wording, money);
  }

  @Override
  Prepared of(Person person, List<Row> woken, Instant now) {
    Prepared judged = super.of(person, woken, now);
    return judged instanceof Prepared.Defer defer
            && (defer.rule() == Rule.ONE_A_DAY || defer.rule() == Rule.ONE_SMS_A_WEEK)
        ? Prepared.End.all(person.id(), woken, ReminderState.SUPERSEDED, defer.rule())
            .except(defer.ended())
        : judged;
  }
}
