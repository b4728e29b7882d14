package org.termin.notifier.reply;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Contact;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;

/** Whom an answer from a contact is about: several registrations may share a phone. */
@Component
class Whose {

  /** An answer to an older message is no answer to it. */
  private static final int DAYS = 30;

  private final Places places;
  private final Records records;

  Whose(Places places, Records records) {
    this.places = places;
    this.records = records;
  }

  /** One person at one of their slots, with the latest message that went there. */
  record Told(Person person, ContactSlot slot, DeliveryNote note) {
    @Override
    public String toString() {
      return "Told";
    }
  }

  /** Whether it stands anywhere, confirmed or not. */
  boolean isKnown(Contact contact) {
    return !places.of(contact).isEmpty();
  }

  /** Whether its code ever came back, for anybody. */
  boolean isConfirmed(Contact contact) {
    return places.of(contact).stream().anyMatch(Places.Place::verified);
  }

  /** A person's slot that holds that contact. */
  static Optional<ContactSlot> slot(Person person, Contact contact) {
    return person.content().contacts().stream()
        .filter(slot -> slot.contact().equals(contact))
        .findFirst();
  }

  /** The same if it may be written to. */
  static Optional<ContactSlot> confirmed(Person person, Contact contact) {
    return person.confirmed().stream().filter(slot -> slot.contact().equals(contact)).findFirst();
  }

  /** Everybody who stands at that contact, locked in the order of their ids. */
  Map<Person, List<ContactSlot>> all(Contact contact) {
    Map<UUID, List<Places.Place>> byPerson =
        places.of(contact).stream()
            .collect(
                Collectors.groupingBy(
                    Places.Place::registration, LinkedHashMap::new, Collectors.toList()));
    Map<Person, List<ContactSlot>> all = new LinkedHashMap<>();
    records
        .lockAll(byPerson.keySet())
        .forEach(
            (id, found) ->
                found
                    .here()
                    .ifPresent(
                        person ->
                            all.put(person, held(person, byPerson.getOrDefault(id, List.of())))));
    return all;
  }

  private static List<ContactSlot> held(Person person, Collection<Places.Place> places) {
    return places.stream().flatMap(place -> person.content().slot(place.slot()).stream()).toList();
  }

  /** The one whose message arrived there last, within the last weeks. */
  Optional<Told> latest(Map<Person, List<ContactSlot>> all, Instant now) {
    LocalDate oldest = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(DAYS);
    return all.entrySet().stream()
        .flatMap(
            entry ->
                entry.getValue().stream().flatMap(slot -> latest(entry.getKey(), slot).stream()))
        .filter(told -> !told.note().day().isBefore(oldest))
        .max(Comparator.comparing(told -> told.note().epochDay()));
  }

  private static Optional<Told> latest(Person person, ContactSlot slot) {
    return person.deliveries().stream()
        .filter(note -> note.slot() == slot.slot() && !note.told().isEmpty())
        .filter(note -> mayHaveArrived(note.state()))
        .findFirst()
        .map(note -> new Told(person, slot, note));
  }

  private static boolean mayHaveArrived(AttemptState state) {
    return switch (state) {
      case DISPATCHED, UNKNOWN, ACCEPTED, DELIVERED -> true;
      case NOT_SENT, REJECTED, UNDELIVERED -> false;
    };
  }
}
