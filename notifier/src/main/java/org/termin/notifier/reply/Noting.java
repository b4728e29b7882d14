package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.text.Note;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * 1, 2 and 3: about the documents of the latest text to that contact, and nothing else. Answered
 * once at the same contact, told to the other one.
 */
@Component
class Noting {

  private final Whose whose;
  private final Effects effects;
  private final Records records;
  private final Planning planning;
  private final Echo echo;
  private final Help help;
  private final HeldReplies held;
  private final Alarms alarms;

  Noting(
      Whose whose,
      Effects effects,
      Records records,
      Planning planning,
      Echo echo,
      Help help,
      HeldReplies held,
      Alarms alarms) {
    this.whose = whose;
    this.effects = effects;
    this.records = records;
    this.planning = planning;
    this.echo = echo;
    this.help = help;
    this.held = held;
    this.alarms = alarms;
  }

  /**
   * @param tooMany whether the answer must wait until the operator has looked
   */
  void note(Word word, Map<Person, List<ContactSlot>> all, boolean tooMany, Instant now) {
    Optional<Whose.Told> told =
        whose.latest(all, now).filter(one -> one.slot().state() == ContactState.CONFIRMED);
    List<HeldDocument> documents = told.map(Noting::documents).orElse(List.of());
    if (documents.isEmpty()) {
      help.notUnderstood(all, now);
      return;
    }
    Person person = told.get().person();
    ContactSlot from = told.get().slot();
    if (tooMany || !apply(word, person, from, documents, now)) {
      held.keep(person, from, word, documents);
      alarms.raise(Alarm.REPLIES_HELD, 1);
    }
  }

  /**
   * Writes and answers what that says about those documents of a locked person, if it says anything
   * new; false if it could not be answered today, and so must not act.
   */
  boolean apply(
      Word word, Person person, ContactSlot from, List<HeldDocument> documents, Instant now) {
    Person changed = effects.noted(person, word, documents, now);
    if (changed == person) {
      if (word == Word.LATER && documents.stream().noneMatch(one -> isSettled(person, one, now))) {
        echo.explain(person, from, new Note.NotPutOff(), now);
      }
      return true;
    }
    if (!echo.isAffordable(from.contact(), now)) {
      return false;
    }
    Person written = records.write(changed);
    planning.replan(written, now);
    echo.answer(written, from, noted(word, written, documents, now));
    Note elsewhere = new Note.AnsweredElsewhere(documents.getFirst().number());
    echo.tellOthers(written, from.contact(), elsewhere, now);
    return true;
  }

  /** Nothing comes of it that could be put off, or it has been put off already. */
  private static boolean isSettled(Person person, HeldDocument document, Instant now) {
    LocalDate today = Timetable.today(person, now);
    return document.state() instanceof DocumentState.Renewed
        || person.content().later().stream()
            .anyMatch(
                later -> later.document() == document.number() && later.until().isAfter(today));
  }

  /** What the text told that is still there; a confirmation tells of the only document, if any. */
  private static List<HeldDocument> documents(Whose.Told told) {
    Situation situation = told.person().content().situation();
    DeliveryNote note = told.note();
    List<HeldDocument> documents =
        situation.documents().stream()
            .filter(held -> note.told().stream().anyMatch(row -> row.document() == held.number()))
            .toList();
    return documents.isEmpty() && situation.documents().size() == 1
        ? situation.documents()
        : documents;
  }

  private static Note noted(Word word, Person person, List<HeldDocument> documents, Instant now) {
    return switch (word) {
      case DONE -> new Note.Done();
      case FILED -> new Note.Filed();
      case LATER -> later(person, documents, now);
      case NOT_ME, STOP, START ->
          throw new IllegalArgumentException("not an answer about documents");
    };
  }

  /** A date that is nearer than a week ends the wait before. */
  private static Note later(Person person, List<HeldDocument> documents, Instant now) {
    LocalDate today = Timetable.today(person, now);
    long days =
        person.content().later().stream()
            .filter(wish -> documents.stream().anyMatch(one -> one.number() == wish.document()))
            .mapToLong(wish -> ChronoUnit.DAYS.between(today, wish.until()))
            .min()
            .orElse(Effects.WEEKS * 7L);
    return days < Effects.WEEKS * 7L
        ? new Note.Sooner(Math.toIntExact(days))
        : new Note.Later(Effects.WEEKS);
  }
}
