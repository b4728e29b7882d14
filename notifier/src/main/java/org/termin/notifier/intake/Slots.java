package org.termin.notifier.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.StoreClock;
import org.termin.notifier.verification.Codes;

/** Gives contacts up: out of the index, no code on its way, and listed where a restore looks. */
@Component
class Slots {
  private final Places places;
  private final Codes codes;
  private final StopLog stops;
  private final StoreClock clock;

  Slots(Places places, Codes codes, Keyring keys, StoreClock clock) {
    this.places = places;
    this.codes = codes;
    this.stops = keys.stops();
    this.clock = clock;
  }

  /** The person without those slots, not yet written. */
  Person giveUp(Person person, Collection<Integer> given) {
    if (given.isEmpty()) {
      return person;
    }
    LocalDate today = clock.today();
    for (int slot : given) {
      stops.stopped(today, person.id(), slot);
      places.leave(person.id(), slot);
      codes.forget(person.id(), slot);
    }
    List<ContactSlot> kept = new ArrayList<>();
    for (ContactSlot slot : person.content().contacts()) {
      if (!given.contains(slot.slot())) {
        boolean orphan = slot.replaces() != null && given.contains(slot.replaces());
        kept.add(orphan ? slot.alone() : slot);
      }
    }
    return person.with(person.content().draft().contacts(kept).done());
  }
}
