package org.termin.notifier.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;

/**
 * One registration as its row and its sealed copies say.
 *
 * @param epoch the key epoch its row is sealed under
 * @param eraseAt when it is erased if nothing happens; none: not at all
 * @param deliveries the newest messages first, as the person's page shows them
 */
public record Person(
    UUID id,
    int version,
    RecordState state,
    int epoch,
    int plannedVersion,
    int plannedGuidance,
    @Nullable Instant eraseAt,
    PersonRecord content,
    List<DeliveryNote> deliveries) {
  public Person {
    deliveries = List.copyOf(deliveries);
  }

  /** The same person in another state, not yet written. */
  public Person in(RecordState changed) {
    return new Person(
        id, version, changed, epoch, plannedVersion, plannedGuidance, eraseAt, content, deliveries);
  }

  /** The same person with other contents, not yet written. */
  public Person with(PersonRecord changed) {
    return new Person(
        id, version, state, epoch, plannedVersion, plannedGuidance, eraseAt, changed, deliveries);
  }

  /** The same person with another day of erasure, not yet written; none: kept. */
  public Person erasedAt(@Nullable Instant changed) {
    return new Person(
        id, version, state, epoch, plannedVersion, plannedGuidance, changed, content, deliveries);
  }

  /** The same person with other deliveries, newest first, not yet written. */
  public Person withDeliveries(List<DeliveryNote> changed) {
    return new Person(
        id, version, state, epoch, plannedVersion, plannedGuidance, eraseAt, content, changed);
  }

  Person written(int newVersion, int newEpoch) {
    return new Person(
        id,
        newVersion,
        state,
        newEpoch,
        plannedVersion,
        plannedGuidance,
        eraseAt,
        content,
        deliveries);
  }

  /** The contacts that may be written to, in the order of their slots. */
  public List<ContactSlot> confirmed() {
    return content.contacts().stream()
        .filter(slot -> slot.state() == ContactState.CONFIRMED)
        .toList();
  }

  /** Whether any contact of that channel was ever confirmed and is still part of the record. */
  public boolean has(Channel channel) {
    return content.contacts().stream()
        .anyMatch(
            slot -> slot.state() != ContactState.AWAITING && slot.contact().channel() == channel);
  }

  /** Nothing of a person prints itself. */
  @Override
  public String toString() {
    return "Person in version " + version;
  }
}
