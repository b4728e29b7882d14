package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Later;
import org.termin.contract.sealed.Undo;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.notifier.plan.Postponing;
import org.termin.notifier.plan.Timetable;
import org.termin.notifier.record.Person;

/**
 * What 1, 2, 3 and 9 change in a record; nothing is written here. How a document stood before the
 * first of several answers stays with it for 14 days after the last one, so that one 9 takes all of
 * them back.
 */
@Component
class Effects {

  /** "3" means in so many weeks. */
  static final int WEEKS = 1;

  private static final int UNDO_DAYS = 14;

  private final Postponing postponing;

  Effects(Postponing postponing) {
    this.postponing = postponing;
  }

  /** The person with that said about those documents; the same person where nothing changes. */
  Person noted(Person person, Word word, List<HeldDocument> documents, Instant now) {
    Person changed = person;
    for (HeldDocument document : documents) {
      changed = noted(changed, word, document, now);
    }
    return changed;
  }

  private Person noted(Person person, Word word, HeldDocument document, Instant now) {
    LocalDate today = Timetable.today(person, now);
    return switch (word) {
      case DONE -> moved(person, document, DocumentState.RENEWED, today);
      case FILED -> moved(person, document, new DocumentState.Filed(today), today);
      case LATER -> {
        Person later = postponing.later(person, document.number(), WEEKS, now);
        yield later == person ? person : remembering(later, document, today);
      }
      case NOT_ME, STOP, START ->
          throw new IllegalArgumentException("not an answer about documents");
    };
  }

  private static Person moved(
      Person person, HeldDocument document, DocumentState to, LocalDate today) {
    if (!mayBecome(document.state(), to)) {
      return person;
    }
    Person remembering = remembering(person, document, today);
    return remembering.with(
        remembering.content().with(person.content().situation().with(document.next(to))));
  }

  private static boolean mayBecome(DocumentState from, DocumentState to) {
    return switch (from) {
      case DocumentState.Held() -> true;
      case DocumentState.Lost(_) -> true;
      case DocumentState.Filed(_) -> to instanceof DocumentState.Renewed;
      case DocumentState.Renewed() -> false;
    };
  }

  private static Person remembering(Person person, HeldDocument document, LocalDate today) {
    List<Undo> all = new ArrayList<>(person.content().undo());
    DocumentState earlier =
        all.stream()
            .filter(undo -> undo.document() == document.number() && isUndoable(undo, today))
            .map(Undo::earlier)
            .findFirst()
            .orElse(document.state());
    all.removeIf(undo -> undo.document() == document.number());
    all.add(new Undo(today, document.number(), earlier));
    return person.with(person.content().draft().undo(all).done());
  }

  /** What may still be taken back. */
  static List<Undo> undoable(Person person, Instant now) {
    LocalDate today = Timetable.today(person, now);
    return person.content().undo().stream().filter(undo -> isUndoable(undo, today)).toList();
  }

  private static boolean isUndoable(Undo undo, LocalDate today) {
    return !undo.day().isBefore(today.minusDays(UNDO_DAYS));
  }

  /** The person as before the answers of the last 14 days; a postponement among them ends too. */
  static Person undone(Person person, Instant now) {
    Person back = person;
    List<Later> later = new ArrayList<>(person.content().later());
    for (Undo undo : undoable(person, now)) {
      later.removeIf(wish -> wish.document() == undo.document());
      HeldDocument held = back.content().situation().document(undo.document()).orElse(null);
      if (held != null && !held.state().equals(undo.earlier())) {
        back =
            back.with(
                back.content().with(back.content().situation().with(held.next(undo.earlier()))));
      }
    }
    return back.with(back.content().draft().later(later).undo(List.of()).done());
  }
}
