package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactIndex;
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
 * 9 or START after a stop: within 14 days what STOP did is put back, and nothing else. START also
 * brings back a contact that the carrier had blocked.
 */
@Component
class Lifting {

  private final Records records;
  private final Places places;
  private final Planning planning;
  private final Keyring keys;
  private final Echo echo;
  private final StoreClock clock;
  private final JdbcClient db;

  Lifting(
      Records records,
      Places places,
      Planning planning,
      Keyring keys,
      Echo echo,
      StoreClock clock,
      JdbcClient db) {
    this.records = records;
    this.places = places;
    this.planning = planning;
    this.keys = keys;
    this.echo = echo;
    this.clock = clock;
    this.db = db;
  }

  /** Takes a stop back; false where there is none, or it is older than 14 days. */
  boolean lift(Contact contact, Map<Person, List<ContactSlot>> all, Instant now) {
    return places.isStopped(contact)
        && !isTooLate(contact)
        && restored(contact, ContactState.STOPPED, all, now)
        && places.lift(contact);
  }

  /** The carrier lets texts through again: they had been refused, nobody had told us to stop. */
  boolean unblock(Contact contact, Map<Person, List<ContactSlot>> all, Instant now) {
    return !places.isStopped(contact) && restored(contact, ContactState.FAILING, all, now);
  }

  private boolean isTooLate(Contact contact) {
    return db.sql(
            """
            select coalesce(max(day), app.today()) < app.today() - 14 as late
              from people.stopped where index = any(?)
            """)
        .param(
            keys.living().stream()
                .map(epoch -> ContactIndex.of(epoch, contact))
                .toArray(byte[][]::new))
        .query(Boolean.class)
        .single();
  }

  private boolean restored(
      Contact contact, ContactState from, Map<Person, List<ContactSlot>> all, Instant now) {
    Set<String> verified =
        places.of(contact).stream()
            .filter(Places.Place::verified)
            .map(place -> place.registration() + "/" + place.slot())
            .collect(Collectors.toSet());
    List<Person> back = new ArrayList<>();
    all.forEach(
        (person, held) -> {
          List<ContactSlot> slots =
              held.stream()
                  .filter(slot -> slot.state() == from)
                  .map(
                      slot ->
                          slot.in(
                              verified.contains(person.id() + "/" + slot.slot())
                                  ? ContactState.CONFIRMED
                                  : ContactState.AWAITING))
                  .toList();
          if (!slots.isEmpty()) {
            back.add(restored(person, slots, now));
          }
        });
    back.stream()
        .filter(person -> Whose.confirmed(person, contact).isPresent())
        .findFirst()
        .ifPresent(
            first ->
                echo.answerIfAffordable(
                    first, Whose.confirmed(first, contact).orElseThrow(), new Note.Undone(), now));
    back.forEach(person -> echo.tellOthers(person, contact, new Note.UndoneElsewhere(), now));
    return !back.isEmpty();
  }

  private Person restored(Person person, List<ContactSlot> slots, Instant now) {
    LocalDate day = clock.today();
    Person changed = person;
    for (ContactSlot slot : slots) {
      changed = changed.with(changed.content().with(slot));
      // without the line it would be stopped again: then this must not commit, and is tried again
      keys.stops().lifted(day, person.id(), slot.slot());
    }
    if (person.state() != RecordState.UNREACHABLE || changed.confirmed().isEmpty()) {
      Person written = records.write(changed);
      planning.replan(written, now);
      return written;
    }
    Person written = records.write(changed.in(RecordState.ACTIVE).erasedAt(null));
    planning.resume(written, now);
    return written;
  }
}
