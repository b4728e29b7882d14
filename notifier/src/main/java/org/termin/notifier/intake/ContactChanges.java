package org.termin.notifier.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RussianRoutes;

/**
 * Which contacts a change keeps, gives up and adds. A new contact gets the next slot; the one it
 * replaces stays until the new one is confirmed.
 */
@Component
class ContactChanges {
  private static final int MOST_IN_USE = 2;
  private final RussianRoutes russian;

  ContactChanges(RussianRoutes russian) {
    this.russian = russian;
  }

  /** What is given up and what is new; both empty where all contacts are kept. */
  record Outcome(Set<Integer> givenUp, List<ContactSlot> added, int nextSlot) {
    @Override
    public String toString() {
      return "Outcome";
    }
  }

  /** Empty if the change speaks of slots that are not there, or of contacts we do not take. */
  Optional<Outcome> apply(PersonRecord old, Change change) {
    Set<Integer> kept = new HashSet<>();
    List<ContactSlot> added = new ArrayList<>();
    int next = old.nextSlot();
    for (ContactChange wish : change.contacts()) {
      switch (wish) {
        case ContactChange.Keep(int slot) -> {
          if (old.slot(slot).isEmpty() || !kept.add(slot)) {
            return Optional.empty();
          }
        }
        case ContactChange.Replace(int slot, Contact contact) -> {
          Optional<ContactSlot> present = old.slot(slot);
          if (present.isEmpty()
              || !isNew(contact, old, added) && !mayComeBack(present.get(), contact, added)) {
            return Optional.empty();
          }
          // a contact that never answered needs no successor: it just goes
          boolean waits = present.get().state() == ContactState.AWAITING;
          @Nullable Integer replaces = waits ? present.get().replaces() : Integer.valueOf(slot);
          if (!waits) {
            kept.add(slot);
          } else if (replaces != null) {
            kept.add(replaces);
          }
          added.add(new ContactSlot(next++, contact, ContactState.AWAITING, replaces));
        }
        case ContactChange.Add(Contact contact) -> {
          if (!isNew(contact, old, added)) {
            return Optional.empty();
          }
          added.add(new ContactSlot(next++, contact, ContactState.AWAITING, null));
        }
      }
    }
    Set<Integer> givenUp = new HashSet<>();
    old.contacts().forEach(slot -> givenUp.add(slot.slot()));
    givenUp.removeAll(kept);
    return inUse(old, kept, added) > MOST_IN_USE || next > ContactSlot.WHOLE_REGISTRATION
        ? Optional.empty()
        : Optional.of(new Outcome(givenUp, added, next));
  }

  private boolean isNew(Contact contact, PersonRecord old, List<ContactSlot> added) {
    return Contact.check(contact, russian) instanceof ContactParse.Accepted
        && old.contacts().stream().noneMatch(slot -> slot.contact().equals(contact))
        && added.stream().noneMatch(slot -> slot.contact().equals(contact));
  }

  /** A stopped or failing contact is taken into use again by a new code, in a slot of its own. */
  private static boolean mayComeBack(
      ContactSlot present, Contact contact, List<ContactSlot> added) {
    boolean silent =
        switch (present.state()) {
          case STOPPED, FAILING -> true;
          case AWAITING, CONFIRMED -> false;
        };
    return silent
        && present.contact().equals(contact)
        && added.stream().noneMatch(slot -> slot.contact().equals(contact));
  }

  /** How many there are once every waiting one has replaced what it replaces. */
  private static long inUse(PersonRecord old, Set<Integer> kept, List<ContactSlot> added) {
    long own =
        old.contacts().stream()
            .filter(slot -> kept.contains(slot.slot()))
            .filter(slot -> slot.replaces() == null || !kept.contains(slot.replaces()))
            .count();
    return own + added.stream().filter(slot -> slot.replaces() == null).count();
  }
}
