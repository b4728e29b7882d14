package org.termin.notifier.verification;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ContactState;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * A contact that can be reached no more: nothing is sent there until a new code has come back from
 * it, the page says so, and the person's other contacts hear of it once, in one line.
 */
@Component
public class Suspension {
  private final Records records;
  private final Costs costs;
  private final ObjectProvider<Outbox> outbox;
  private final MeterRegistry meters;

  Suspension(Records records, Costs costs, ObjectProvider<Outbox> outbox, MeterRegistry meters) {
    this.records = records;
    this.costs = costs;
    this.outbox = outbox;
    this.meters = meters;
  }

  /** Suspends a slot of a locked person; the same person where it was not in use. */
  public Person suspend(Person person, int slot, Permanence why, Instant now) {
    ContactSlot failing =
        person
            .content()
            .slot(slot)
            .filter(held -> held.state() == ContactState.CONFIRMED)
            .orElse(null);
    if (failing == null) {
      return person;
    }
    meters
        .counter("termin.contacts.failing", "outcome", why.name().toLowerCase(Locale.ROOT))
        .increment();
    Person written =
        records.write(person.with(person.content().with(failing.in(ContactState.FAILING))));
    for (ContactSlot other : written.confirmed()) {
      if (outbox.getObject().isOpen(other.contact().channel())
          && costs.refused(other.contact(), now).isEmpty()) {
        outbox
            .getObject()
            .dispatch(
                new AtOnce.Notice(written, other.slot(), AtOnce.Notice.About.CONTACT_FAILING));
      }
    }
    return written;
  }
}
