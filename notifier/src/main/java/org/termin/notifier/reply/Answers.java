package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.Draft;
import org.termin.contract.sealed.Undo;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.text.Note;
import org.termin.notifier.delivery.AtOnceOutbox;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.plan.Postponing;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Answers 1, 2, 3 and 9. They act on the documents of the latest message only, are answered once at
 * the same contact, told to the other one, and can be taken back for 14 days.
 */
@Component
class Answers {

  private static final int UNDO_DAYS = 14;
  private static final int WEEKS = 1;
  private static final int REMEMBERED = 10_000;

  private final Whose whose;
  private final Records records;
  private final Planning planning;
  private final Postponing postponing;
  private final AtOnceOutbox outbox;

  /** Who was told today that we did not understand: machines answer machines for ever. */
  private final Map<Contact, LocalDate> puzzled =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Contact, LocalDate> eldest) {
              return size() > REMEMBERED;
            }
          });

  Answers(
      Whose whose, Records records, Planning planning, Postponing postponing, AtOnceOutbox outbox) {
    this.whose = whose;
    this.records = records;
    this.planning = planning;
    this.postponing = postponing;
    this.outbox = outbox;
  }

  /** "Done", "filed" or "later" for the documents of the last message to that contact. */
  void apply(Word word, Contact from, Instant now) {
    Optional<Whose.Told> told = whose.latest(whose.all(from), now).filter(Answers::reachable);
    if (told.isEmpty()) {
      return;
    }
    Person person = told.get().person();
    List<HeldDocument> documents = documents(person, told.get().note());
    if (documents.isEmpty()) {
      puzzled(person, told.get().slot(), new Note.NotUnderstood(), now);
      return;
    }
    Person changed =
        word == Word.LATER
            ? later(person, documents, now)
            : moved(person, documents, word, Timetable.today(person, now));
    if (changed == person) {
      return;
    }
    Person written = records.write(changed);
    planning.replan(written, now);
    outbox.answer(written, told.get().slot(), noted(word));
    tellOthers(
        written, told.get().slot(), new Note.AnsweredElsewhere(documents.getFirst().number()));
  }

  /** Puts back what answers changed in the last 14 days. */
  void undo(Contact from, Instant now) {
    Map<Person, List<ContactSlot>> all = whose.all(from);
    Optional<Map.Entry<Person, List<ContactSlot>>> latest =
        all.entrySet().stream()
            .filter(entry -> !entry.getValue().isEmpty())
            .filter(entry -> !undoable(entry.getKey(), now).isEmpty())
            .max(Comparator.comparing(entry -> lastDay(undoable(entry.getKey(), now))));
    if (latest.isEmpty()) {
      whose
          .latest(all, now)
          .filter(Answers::reachable)
          .ifPresent(told -> puzzled(told.person(), told.slot(), new Note.NothingToUndo(), now));
      return;
    }
    Person person = latest.get().getKey();
    Situation situation = person.content().situation();
    List<Undo> undone = undoable(person, now);
    for (Undo undo : undone) {
      HeldDocument held = situation.document(undo.document()).orElse(null);
      if (held != null) {
        situation = situation.with(held.next(undo.earlier()));
      }
    }
    Draft draft = person.content().draft().situation(situation).undo(List.of());
    Person written = records.write(person.with(draft.done()));
    planning.replanAfterUndo(written, now);
    ContactSlot slot = latest.get().getValue().getFirst();
    outbox.answer(written, slot, new Note.Undone());
    tellOthers(written, slot, new Note.AnsweredElsewhere(undone.getFirst().document()));
  }

  void notUnderstood(Contact from, Instant now) {
    whose
        .latest(whose.all(from), now)
        .filter(Answers::reachable)
        .ifPresent(told -> puzzled(told.person(), told.slot(), new Note.NotUnderstood(), now));
  }

  private void puzzled(Person person, ContactSlot slot, Note note, Instant now) {
    LocalDate today = Timetable.today(person, now);
    if (!today.equals(puzzled.put(slot.contact(), today))) {
      outbox.answer(person, slot, note);
    }
  }

  private static boolean reachable(Whose.Told told) {
    return told.slot().state() == ContactState.CONFIRMED;
  }

  /** What the message told that is still so; a confirmation tells of the only document, if any. */
  private static List<HeldDocument> documents(Person person, DeliveryNote note) {
    Situation situation = person.content().situation();
    List<HeldDocument> told =
        situation.documents().stream()
            .filter(held -> note.told().stream().anyMatch(row -> row.document() == held.number()))
            .toList();
    return told.isEmpty() && situation.documents().size() == 1 ? situation.documents() : told;
  }

  private Person later(Person person, List<HeldDocument> documents, Instant now) {
    Person changed = person;
    for (HeldDocument document : documents) {
      changed = postponing.later(changed, document.number(), WEEKS, now);
    }
    return changed;
  }

  private static Person moved(
      Person person, List<HeldDocument> documents, Word word, LocalDate today) {
    DocumentState state =
        word == Word.FILED ? new DocumentState.Filed(today) : DocumentState.RENEWED;
    Situation situation = person.content().situation();
    List<Undo> undo = new ArrayList<>(person.content().undo());
    boolean changed = false;
    for (HeldDocument document : documents) {
      if (!mayBecome(document.state(), state)) {
        continue;
      }
      changed = true;
      situation = situation.with(document.next(state));
      undo.removeIf(old -> old.document() == document.number());
      undo.add(new Undo(today, document.number(), document.state()));
    }
    return changed
        ? person.with(person.content().draft().situation(situation).undo(undo).done())
        : person;
  }

  private static boolean mayBecome(DocumentState from, DocumentState to) {
    return switch (from) {
      case DocumentState.Held() -> true;
      case DocumentState.Lost(_) -> true;
      case DocumentState.Filed(_) -> to instanceof DocumentState.Renewed;
      case DocumentState.Renewed() -> false;
    };
  }

  private static List<Undo> undoable(Person person, Instant now) {
    LocalDate oldest = Timetable.today(person, now).minusDays(UNDO_DAYS);
    return person.content().undo().stream().filter(undo -> !undo.day().isBefore(oldest)).toList();
  }

  private static LocalDate lastDay(List<Undo> undo) {
    return undo.stream().map(Undo::day).max(Comparator.naturalOrder()).orElse(LocalDate.MIN);
  }

  private void tellOthers(Person person, ContactSlot from, Note note) {
    person.confirmed().stream()
        .filter(slot -> slot.slot() != from.slot())
        .forEach(slot -> outbox.notice(person, slot, note));
  }

  private static Note noted(Word word) {
    return switch (word) {
      case DONE -> new Note.Done();
      case FILED -> new Note.Filed();
      case LATER -> new Note.Later(WEEKS);
      case NOT_ME, STOP -> throw new IllegalArgumentException("not an answer about documents");
    };
  }
}
