package org.termin.notifier.delivery;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.record.Person;

/** What was tried before for the same rows, as the person's own list of deliveries remembers it. */
public final class Tried {

  /** The first send and two repeated ones. */
  static final int MOST = 3;

  private Tried() {}

  /** This contact has failed one of these rows for good, or left it open once too often. */
  static boolean failed(Person person, ContactSlot slot, List<Due> told) {
    List<DeliveryNote> notes = about(person, slot, told);
    return count(notes, AttemptState.REJECTED) > 0 || count(notes, AttemptState.UNKNOWN) >= MOST;
  }

  /**
   * One of these rows, which wait again, did not get through to this contact or was met with
   * silence; another one comes first now.
   */
  static boolean undelivered(Person person, ContactSlot slot, List<Due> told) {
    List<DeliveryNote> notes = about(person, slot, told);
    return count(notes, AttemptState.UNDELIVERED) > 0 || count(notes, AttemptState.ACCEPTED) > 0;
  }

  /** Earlier attempts at this contact that may have told these rows. */
  static List<UUID> unknown(Person person, ContactSlot slot, List<Due> told) {
    return about(person, slot, told).stream()
        .filter(note -> note.state() == AttemptState.UNKNOWN)
        .map(DeliveryNote::attempt)
        .toList();
  }

  /** Another confirmed contact to which nothing of this attempt has failed yet. */
  public static boolean isContactLeft(Person person, UUID attempt, int triedSlot) {
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

  /** Another confirmed contact to which nothing of this attempt has gone yet. */
  public static boolean isContactUntouched(Person person, UUID attempt, int triedSlot) {
    Set<DeliveryNote.Told> told = told(person, attempt);
    return person.confirmed().stream()
        .filter(slot -> slot.slot() != triedSlot)
        .anyMatch(slot -> about(person, slot, told).isEmpty());
  }

  /** How many earlier messages to this contact told some of this and did not arrive. */
  public static int undelivered(Person person, UUID attempt, int slot) {
    Set<DeliveryNote.Told> told = told(person, attempt);
    return (int)
        others(person, attempt, slot)
            .filter(note -> note.told().stream().anyMatch(told::contains))
            .count();
  }

  /** Messages of earlier days to this contact that did not arrive, whatever they told. */
  public static List<UUID> undeliveredOnEarlierDays(Person person, UUID attempt, int slot) {
    int today =
        person.deliveries().stream()
            .filter(note -> note.attempt().equals(attempt))
            .mapToInt(DeliveryNote::epochDay)
            .findFirst()
            .orElse(Integer.MIN_VALUE);
    return others(person, attempt, slot)
        .filter(note -> note.epochDay() < today)
        .map(DeliveryNote::attempt)
        .toList();
  }

  /** Whether no later message tells that row, as far as the list goes back. */
  public static boolean isLatest(Person person, UUID attempt, Row row) {
    return person.deliveries().stream()
        .filter(note -> note.told().contains(note(row)))
        .findFirst()
        .map(note -> note.attempt().equals(attempt))
        .orElse(true);
  }

  private static Stream<DeliveryNote> others(Person person, UUID attempt, int slot) {
    return person.deliveries().stream()
        .filter(note -> note.slot() == slot && !note.attempt().equals(attempt))
        .filter(note -> note.state() == AttemptState.UNDELIVERED);
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
