package org.termin.notifier.delivery;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Channel;
import org.termin.notifier.record.Person;

/**
 * The one contact a message goes to: the phone if any row is meant for it, else the mail; the other
 * one where there is no such contact, or where it has failed these rows.
 */
final class Addressee {

  private Addressee() {}

  /** Null where no confirmed contact is left to try. */
  static @Nullable ContactSlot of(Person person, List<Due> told) {
    List<ContactSlot> open =
        person.confirmed().stream().filter(slot -> !Tried.failed(person, slot, told)).toList();
    List<ContactSlot> untried =
        open.stream().filter(slot -> !Tried.undelivered(person, slot, told)).toList();
    List<ContactSlot> usable = untried.isEmpty() ? open : untried;
    boolean onlyConfirmation = told.stream().allMatch(Due::confirmation);
    if (onlyConfirmation || usable.size() < 2) {
      return usable.isEmpty() ? null : usable.getFirst();
    }
    Channel wanted =
        told.stream().anyMatch(due -> !due.confirmation() && due.preferred() == Channel.SMS)
            ? Channel.SMS
            : Channel.EMAIL;
    return usable.stream()
        .filter(slot -> slot.contact().channel() == wanted)
        .findFirst()
        .orElse(usable.getFirst());
  }
}
