package org.termin.notifier.reply;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Contact;
import org.termin.guidance.text.Note;
import org.termin.notifier.delivery.AtOnceOutbox;
import org.termin.notifier.record.Person;

/** Says what an answer did: once where it came from, and in one line to the other contacts. */
@Component
class Echo {

  private final AtOnceOutbox outbox;
  private final AnswerBudget budget;

  Echo(AtOnceOutbox outbox, AnswerBudget budget) {
    this.outbox = outbox;
    this.budget = budget;
  }

  /** Takes the price of one message; what cannot be answered must not act unseen. */
  boolean isAffordable(Contact to, Instant now) {
    return budget.takes(to, now);
  }

  /** Answers where the price was taken before. */
  void answer(Person person, ContactSlot to, Note note) {
    outbox.answer(person, to, note);
  }

  /** Answers if that is affordable; what was done is done. */
  void answerIfAffordable(Person person, ContactSlot to, Note note, Instant now) {
    if (budget.takes(to.contact(), now)) {
      outbox.answer(person, to, note);
    }
  }

  /** One line to every other contact that may be written to. */
  void tellOthers(Person person, Contact from, Note note, Instant now) {
    person.confirmed().stream()
        .filter(slot -> !slot.contact().equals(from))
        .filter(slot -> budget.takes(slot.contact(), now))
        .forEach(slot -> outbox.notice(person, slot, note));
  }

  /** Explains what can be answered: at most once a week, so that machines do not talk for ever. */
  void explain(Person person, ContactSlot to, Note note, Instant now) {
    if (budget.takesExplanation(to.contact()) && budget.takes(to.contact(), now)) {
      outbox.answer(person, to, note);
    }
  }
}
