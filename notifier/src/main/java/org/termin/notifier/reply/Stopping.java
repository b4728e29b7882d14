package org.termin.notifier.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.guidance.text.Note;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * STOP silences a contact wherever it stands, in one transaction; the people behind it are erased
 * 14 days later if nothing else reaches them, unless the stop is taken back.
 */
@Component
class Stopping {

  private static final Duration UNDO = Duration.ofDays(14);

  private final Whose whose;
  private final Records records;
  private final Places places;
  private final Planning planning;
  private final Keyring keys;
  private final Echo echo;
  private final StoreClock clock;

  Stopping(
      Whose whose,
      Records records,
      Places places,
      Planning planning,
      Keyring keys,
      Echo echo,
      StoreClock clock) {
    this.whose = whose;
    this.records = records;
    this.places = places;
    this.planning = planning;
    this.keys = keys;
    this.echo = echo;
    this.clock = clock;
  }

  /** Stops it for those locked people; a contact that has stopped already hears nothing more. */
  void stop(Contact contact, Map<Person, List<ContactSlot>> all, Instant now) {
    LocalDate day = clock.today();
    List<Person> stopped = new ArrayList<>();
    for (Map.Entry<Person, List<ContactSlot>> entry : all.entrySet()) {
      List<ContactSlot> open =
          entry.getValue().stream().filter(slot -> slot.state() != ContactState.STOPPED).toList();
      if (!open.isEmpty()) {
        open.forEach(slot -> keys.stops().stopped(day, entry.getKey().id(), slot.slot()));
        stopped.add(silenced(entry.getKey(), open, now));
      }
    }
    if (!stopped.isEmpty()) {
      places.stop(contact);
      goodbye(stopped, contact, now);
    }
  }

  private Person silenced(Person person, List<ContactSlot> slots, Instant now) {
    Person changed = person;
    for (ContactSlot slot : slots) {
      changed = changed.with(changed.content().with(slot.in(ContactState.STOPPED)));
    }
    boolean wasReachable =
        person.state() == RecordState.ACTIVE || person.state() == RecordState.PAUSED;
    if (wasReachable && changed.confirmed().isEmpty()) {
      changed = changed.in(RecordState.UNREACHABLE).erasedAt(now.plus(UNDO));
    }
    Person written = records.write(changed);
    if (written.state() == RecordState.ACTIVE) {
      planning.replan(written, now);
    }
    return written;
  }

  /**
   * One last text to the contact, one line to every other contact of the people behind it. Where no
   * code ever came back nobody is owed a text, and scripts would be paid for it.
   */
  private void goodbye(List<Person> stopped, Contact contact, Instant now) {
    Person leaving =
        stopped.stream()
            .filter(person -> person.state() == RecordState.UNREACHABLE)
            .findFirst()
            .orElse(null);
    Person addressed = leaving == null ? stopped.getFirst() : leaving;
    Note note = leaving == null ? new Note.Stopped() : new Note.StoppedLast();
    Whose.slot(addressed, contact)
        .filter(_ -> whose.isConfirmed(contact))
        .ifPresent(slot -> echo.answerIfAffordable(addressed, slot, note, now));
    stopped.forEach(person -> echo.tellOthers(person, contact, new Note.StoppedElsewhere(), now));
  }
}
