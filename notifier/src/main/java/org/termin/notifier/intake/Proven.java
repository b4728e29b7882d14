package org.termin.notifier.intake;

import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Message;
import org.termin.contract.words.Answer;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Goes on only with a person whose record the message proves a right to. Unknown, erased and
 * wrongly proven registrations look the same from outside.
 */
@Component
class Proven {
  private final Records records;

  Proven(Records records) {
    this.records = records;
  }

  Verdict locked(Message.Proven message, Function<Person, Verdict> then) {
    return judge(records.lock(message.registration()), message, then);
  }

  Verdict judge(Found found, Message.Proven message, Function<Person, Verdict> then) {
    return switch (found) {
      case Found.Here(Person person) when proves(message, person) -> then.apply(person);
      case Found.Here _ -> Verdict.answered(Answer.WRONG);
      case Found.Gone _ -> Verdict.answered(Answer.WRONG);
      case Found.Held _ -> Verdict.HELD;
    };
  }

  /** Compares in constant time: secrets have no other equality. */
  private static boolean proves(Message.Proven message, Person person) {
    return message.proof().hash().equals(person.content().proofHash());
  }
}
