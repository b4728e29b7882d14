package org.termin.notifier.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.record.Person;

/** What was tried before for the same rows, as the person's own list of deliveries remembers it. */
final class Tried {

  /** The first send and two repeated ones. */
  static final int MOST = 3;

  private Tried() {}

  /** This contact has failed one of these rows for good, or left it open once too often. */
  static boolean failed(Person person, ContactSlot slot, List<Due> told) {
    List<DeliveryNote> notes = about(person, slot, told);
    return count(notes, AttemptState.REJECTED) > 0
        || count(notes, AttemptState.UNDELIVERED) > 1
        || count(notes, AttemptState.UNKNOWN) >= MOST;
  }

  /** One of these rows did not get through to this contact; another one comes first now. */
  static boolean undelivered(Person person, ContactSlot slot, List<Due> told) {
    return count(about(person, slot, told), AttemptState.UNDELIVERED) > 0;
  }

  /** Earlier attempts at this contact that may have told these rows. */
  static List<UUID> unknown(Person person, ContactSlot slot, List<Due> told) {
    return about(person, slot, told).stream()
        .filter(note -> note.state() == AttemptState.UNKNOWN)
        .map(DeliveryNote::attempt)
        .toList();
  }

  /** Another confirmed contact to which nothing of this attempt has failed yet. */
  static boolean isContactLeft(Person person, UUID attempt, int triedSlot) {
    Set<DeliveryNote.Told> told = told(person, attempt);
    return person.confirmed().stream()
        .filter(slot -> slot.slot() != triedSlot)
        .anyMatch(
            slot -> {
              List<DeliveryNote> notes = about(person, slot, told);
              return count(notes, AttemptState.REJECTED) == 0
                  && count(notes, AttemptState.UNDELIVERED) == 0
                  && count(notes, AttemptState.UNKNOWN) < MOST;
            });
  }

  /** Something of this attempt did not arrive once before. */
  static boolean undeliveredBefore(Person person, UUID attempt) {
    Set<DeliveryNote.Told> told = told(person, attempt);
    return person.deliveries().stream()
        .filter(note -> !note.attempt().equals(attempt))
        .filter(note -> note.state() == AttemptState.UNDELIVERED)
        .anyMatch(note -> note.told().stream().anyMatch(told::contains));
  }

  private static Set<DeliveryNote.Told> told(Person person, UUID attempt) {
    return person.deliveries().stream()
        .filter(note -> note.attempt().equals(attempt))
        .flatMap(note -> note.told().stream())
        .collect(Collectors.toSet());
  }

  private static long count(List<DeliveryNote> notes, AttemptState state) {
    return notes.stream().filter(note -> note.state() == state).count();
  }

  private static List<DeliveryNote> about(Person person, ContactSlot slot, List<Due> told) {
    return about(
        person, slot, told.stream().map(due -> note(due.row())).collect(Collectors.toSet()));
  }

  private static List<DeliveryNote> about(
      Person person, ContactSlot slot, Set<DeliveryNote.Told> rows) {
    return person.deliveries().stream()
        .filter(note -> note.slot() == slot.slot())
        .filter(note -> note.told().stream().anyMatch(rows::contains))
        .toList();
  }

  static DeliveryNote.Told note(Row row) {
    return new DeliveryNote.Told(
        row.ref().document(), row.ref().documentVersion(), row.ref().stage());
  }
}
