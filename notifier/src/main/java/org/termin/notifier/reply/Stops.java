package org.termin.notifier.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.termin.contract.sealed.ContactIndex;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.guidance.text.Note;
import org.termin.notifier.delivery.AtOnceOutbox;
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
class Stops {

  private static final Duration UNDO = Duration.ofDays(14);

  private final Whose whose;
  private final Records records;
  private final Places places;
  private final Planning planning;
  private final Keyring keys;
  private final AtOnceOutbox outbox;
  private final StoreClock clock;
  private final JdbcClient db;

  Stops(
      Whose whose,
      Records records,
      Places places,
      Planning planning,
      Keyring keys,
      AtOnceOutbox outbox,
      StoreClock clock,
      JdbcClient db) {
    this.whose = whose;
    this.records = records;
    this.places = places;
    this.planning = planning;
    this.keys = keys;
    this.outbox = outbox;
    this.clock = clock;
    this.db = db;
  }

  void stop(Contact contact, Instant now) {
    Map<Person, List<ContactSlot>> all = whose.all(contact);
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
    if (stopped.isEmpty()) {
      return;
    }
    places.stop(contact);
    goodbye(stopped, contact);
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

  /** One last text to the contact, one line to every other contact of the people behind it. */
  private void goodbye(List<Person> stopped, Contact contact) {
    stopped.stream()
        .flatMap(
            person ->
                person.content().contacts().stream()
                    .filter(slot -> slot.contact().equals(contact))
                    .map(slot -> Map.entry(person, slot)))
        .findFirst()
        .ifPresent(last -> outbox.answer(last.getKey(), last.getValue(), new Note.Stopped()));
    Set<Contact> told = new HashSet<>();
    for (Person person : stopped) {
      person.confirmed().stream()
          .filter(slot -> told.add(slot.contact()))
          .forEach(slot -> outbox.notice(person, slot, new Note.StoppedElsewhere()));
    }
  }

  /** Takes a stop back within 14 days; false if the contact is not stopped. */
  boolean undo(Contact contact, Instant now) {
    if (!places.isStopped(contact) || isTooLate(contact)) {
      return false;
    }
    Map<Person, List<ContactSlot>> all = whose.all(contact);
    LocalDate day = clock.today();
    List<Person> back = new ArrayList<>();
    Set<String> verified =
        places.of(contact).stream()
            .filter(Places.Place::verified)
            .map(place -> place.registration() + "/" + place.slot())
            .collect(Collectors.toSet());
    for (Map.Entry<Person, List<ContactSlot>> entry : all.entrySet()) {
      Person person = entry.getKey();
      List<ContactSlot> slots =
          entry.getValue().stream()
              .filter(slot -> slot.state() == ContactState.STOPPED)
              .filter(slot -> verified.contains(person.id() + "/" + slot.slot()))
              .toList();
      if (!slots.isEmpty()) {
        back.add(restored(person, slots, now));
        slots.forEach(
            slot -> afterCommit(() -> keys.stops().lifted(day, person.id(), slot.slot())));
      }
    }
    if (back.isEmpty()) {
      return false;
    }
    places.lift(contact);
    Person first = back.getFirst();
    first.content().contacts().stream()
        .filter(slot -> slot.contact().equals(contact))
        .findFirst()
        .ifPresent(slot -> outbox.answer(first, slot, new Note.Undone()));
    return true;
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

  private Person restored(Person person, List<ContactSlot> slots, Instant now) {
    Person changed = person;
    for (ContactSlot slot : slots) {
      changed = changed.with(changed.content().with(slot.in(ContactState.CONFIRMED)));
    }
    if (person.state() != RecordState.UNREACHABLE) {
      Person written = records.write(changed);
      planning.replan(written, now);
      return written;
    }
    Person written = records.write(changed.in(RecordState.ACTIVE).erasedAt(null));
    planning.resume(written, now);
    return written;
  }

  private static void afterCommit(Runnable work) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            work.run();
          }
        });
  }
}
