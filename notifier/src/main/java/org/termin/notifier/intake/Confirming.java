package org.termin.notifier.intake;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Answer;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Places.Place;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.Tally;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.Codes;
import org.termin.notifier.verification.Costs;
import org.termin.notifier.verification.Outbox;

/**
 * A code came back: its contact may be written to, and the first one activates the registration.
 */
@Component
class Confirming {
  private final Records records;
  private final Proven proven;
  private final Places places;
  private final Codes codes;
  private final Slots slots;
  private final Planning planning;
  private final Costs costs;
  private final Tally tally;
  private final ObjectProvider<Outbox> outbox;
  private final Warning warning;

  Confirming(
      Records records,
      Proven proven,
      Places places,
      Codes codes,
      Slots slots,
      Planning planning,
      Costs costs,
      Tally tally,
      ObjectProvider<Outbox> outbox,
      Warning warning) {
    this.records = records;
    this.proven = proven;
    this.places = places;
    this.codes = codes;
    this.slots = slots;
    this.planning = planning;
    this.costs = costs;
    this.tally = tally;
    this.outbox = outbox;
    this.warning = warning;
  }

  Verdict confirm(Confirm message, Instant now) {
    // all records this may touch are locked together, in the order of their ids
    List<Place> elsewhere =
        records
            .open(message.registration())
            .here()
            .filter(person -> person.state() == RecordState.PENDING)
            .flatMap(person -> awaited(person, message.slot()))
            .map(slot -> earlier(slot.contact(), message.registration()))
            .orElse(List.of());
    TreeSet<UUID> ids = new TreeSet<>(elsewhere.stream().map(Place::registration).toList());
    ids.add(message.registration());
    Map<UUID, Found> locked = records.lockAll(ids);
    return proven.judge(
        locked.getOrDefault(message.registration(), Found.gone()),
        message,
        person -> confirm(person, message, elsewhere, locked, now));
  }

  private Verdict confirm(
      Person person, Confirm message, List<Place> elsewhere, Map<UUID, Found> locked, Instant now) {
    Optional<ContactSlot> slot = awaited(person, message.slot());
    if (slot.isEmpty()) {
      boolean done =
          person
              .content()
              .slot(message.slot())
              .map(held -> held.state() == ContactState.CONFIRMED)
              .orElse(false);
      return Verdict.answered(done ? Answer.DONE : Answer.WRONG);
    }
    Answer answer = codes.judge(person.id(), message.slot(), message.code(), now);
    if (answer == Answer.DONE) {
      boolean first = person.state() == RecordState.PENDING;
      Integer replaced = slot.get().replaces();
      if (replaced != null) {
        // before it is given up: from then on the log of stops lists it
        warning.replaced(person, List.of(replaced), now);
      }
      Person written = records.write(activated(person, slot.get()));
      places.verified(person.id(), message.slot());
      // whoever enters the code wants to be written to again
      places.lift(slot.get().contact());
      if (first) {
        tally.activated();
        planning.confirm(written, now);
        tell(elsewhere, locked, slot.get().contact(), now);
      }
      if (person.state() == RecordState.UNREACHABLE) {
        planning.resume(written, now);
      } else {
        planning.replan(written, now);
      }
    }
    return Verdict.answered(answer);
  }

  private Person activated(Person person, ContactSlot slot) {
    Integer replaced = slot.replaces();
    Person confirmed = person.with(person.content().with(slot.alone().in(ContactState.CONFIRMED)));
    if (replaced != null) {
      confirmed = slots.giveUp(confirmed, List.of(replaced));
    }
    return switch (person.state()) {
      case PENDING, UNREACHABLE -> confirmed.in(RecordState.ACTIVE).erasedAt(null);
      case ACTIVE, PAUSED -> confirmed;
    };
  }

  private static Optional<ContactSlot> awaited(Person person, int slot) {
    return person.content().slot(slot).filter(held -> held.state() == ContactState.AWAITING);
  }

  private List<Place> earlier(Contact contact, UUID except) {
    return places.of(contact).stream()
        .filter(place -> place.verified() && !place.registration().equals(except))
        .toList();
  }

  /** The other contacts of earlier registrations hear in one line that there is a new one. */
  private void tell(
      List<Place> elsewhere, Map<UUID, Found> locked, Contact confirmed, Instant now) {
    for (Place place : elsewhere) {
      locked
          .getOrDefault(place.registration(), Found.gone())
          .here()
          .filter(other -> other.state() == RecordState.ACTIVE)
          .ifPresent(other -> tell(other, confirmed, now));
    }
  }

  private void tell(Person other, Contact confirmed, Instant now) {
    for (ContactSlot slot : other.confirmed()) {
      if (!slot.contact().equals(confirmed)
          && outbox.getObject().isOpen(slot.contact().channel())
          && costs.refused(slot.contact(), now).isEmpty()) {
        outbox
            .getObject()
            .dispatch(new AtOnce.Notice(other, slot.slot(), AtOnce.Notice.About.REGISTERED_ANEW));
      }
    }
  }
}
