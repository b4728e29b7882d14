package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.Undo;
import org.termin.contract.words.ContactState;
import org.termin.guidance.text.Note;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/** 9 about documents: puts back what answers changed in the last 14 days. */
@Component
class Undoing {

  private final Records records;
  private final Planning planning;
  private final Echo echo;
  private final Help help;

  Undoing(Records records, Planning planning, Echo echo, Help help) {
    this.records = records;
    this.planning = planning;
    this.echo = echo;
    this.help = help;
  }

  /** Of several registrations at that contact, the one that was answered for last. */
  void undo(Map<Person, List<ContactSlot>> all, Instant now) {
    Optional<Map.Entry<Person, List<ContactSlot>>> latest =
        all.entrySet().stream()
            .filter(entry -> confirmed(entry).isPresent())
            .filter(entry -> !Effects.undoable(entry.getKey(), now).isEmpty())
            .max(Comparator.comparing(entry -> lastDay(entry.getKey(), now)));
    if (latest.isEmpty()) {
      help.nothingToUndo(all, now);
      return;
    }
    Person written = records.write(Effects.undone(latest.get().getKey(), now));
    planning.replanAfterUndo(written, now);
    ContactSlot from = confirmed(latest.get()).orElseThrow();
    echo.answerIfAffordable(written, from, new Note.Undone(), now);
    echo.tellOthers(written, from.contact(), new Note.UndoneElsewhere(), now);
  }

  private static Optional<ContactSlot> confirmed(Map.Entry<Person, List<ContactSlot>> entry) {
    return entry.getValue().stream()
        .filter(slot -> slot.state() == ContactState.CONFIRMED)
        .findFirst();
  }

  private static LocalDate lastDay(Person person, Instant now) {
    return Effects.undoable(person, now).stream()
        .map(Undo::day)
        .max(Comparator.naturalOrder())
        .orElse(LocalDate.MIN);
  }
}
