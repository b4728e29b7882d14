package org.termin.notifier.intake;

import java.time.Instant;
import java.util.Collection;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ContactState;
import org.termin.notifier.record.Person;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.AtOnce.Notice.About;
import org.termin.notifier.verification.Outbox;
import org.termin.notifier.verification.WarningCosts;

/**
 * Says in one line, at a contact that has proved itself, what somebody with the receipt code did:
 * whoever finds the paper must not be able to take a person's reminders away without a word.
 */
@Component
class Warning {
  private final WarningCosts costs;
  private final ObjectProvider<Outbox> outbox;

  Warning(WarningCosts costs, ObjectProvider<Outbox> outbox) {
    this.costs = costs;
    this.outbox = outbox;
  }

  /** Contacts that are given up hear it as the last thing we write to them. */
  void replaced(Person before, Collection<Integer> givenUp, Instant now) {
    before.content().contacts().stream()
        .filter(slot -> givenUp.contains(slot.slot()))
        .forEach(slot -> tell(before, slot, About.CONTACT_REPLACED, now));
  }

  /** Every contact in use hears that the page was changed. */
  void changed(Person person, Instant now) {
    person.confirmed().forEach(slot -> tell(person, slot, About.CHANGED_ON_PAGE, now));
  }

  private void tell(Person person, ContactSlot slot, About about, Instant now) {
    if (slot.state() == ContactState.CONFIRMED
        && outbox.getObject().isOpen(slot.contact().channel())
        && costs.takes(slot.contact(), about, now)) {
      outbox.getObject().dispatch(new AtOnce.Notice(person, slot.slot(), about));
    }
  }
}
