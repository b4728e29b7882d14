package org.termin.notifier.sweep;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Sought;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.record.Person;

/** Asks a provider's books about one attempt: one request, and no transaction is open meanwhile. */
@Component
class Books {

  /** An attempt knows its day only, and the provider's clock is not ours. */
  private static final int MARGIN_DAYS = 1;

  private final Attempts attempts;
  private final Carriers carriers;

  Books(Attempts attempts, Carriers carriers) {
    this.attempts = attempts;
    this.carriers = carriers;
  }

  /** Looks for an attempt whose outcome nobody knows; an erased person's cannot be looked for. */
  Lookup find(Attempt attempt, Optional<Person> person) {
    ContactSlot slot =
        person.flatMap(here -> here.content().slot(attempt.contents().slot())).orElse(null);
    if (slot == null || slot.contact().channel() != attempt.channel() || attempt.said() == null) {
      return new Lookup.NoBooks();
    }
    Instant since = attempt.day().minusDays(MARGIN_DAYS).atStartOfDay(ZoneOffset.UTC).toInstant();
    return carriers.find(
        new Sought(
            slot.contact(),
            since,
            text -> attempts.isText(attempt, text),
            ref -> attempts.isOthers(attempt.id(), ref)));
  }

  /** Asks how a message is that the provider has taken. */
  Lookup status(Attempt attempt) {
    String ref = attempt.providerRef();
    Channel channel = attempt.channel();
    return ref == null ? new Lookup.NoBooks() : carriers.status(channel, ref);
  }
}
