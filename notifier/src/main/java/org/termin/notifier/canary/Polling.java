package org.termin.notifier.canary;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.delivery.Attempts;
import org.termin.notifier.record.Records;
import org.termin.notifier.settle.Settlement;

/** Asks the provider how a canary is, without waiting for the callback that may be blocked. */
@Component
class Polling {
  private final Records records;
  private final Attempts attempts;
  private final Carriers carriers;
  private final Settlement settlement;

  Polling(Records records, Attempts attempts, Carriers carriers, Settlement settlement) {
    this.records = records;
    this.attempts = attempts;
    this.carriers = carriers;
    this.settlement = settlement;
  }

  /** One question; what is learned is settled as a receipt would be. */
  void ask(UUID canary) {
    records
        .open(canary)
        .here()
        .flatMap(
            person ->
                person.deliveries().stream()
                    .filter(note -> note.state() == AttemptState.ACCEPTED)
                    .findFirst())
        .map(DeliveryNote::attempt)
        .flatMap(attempts::find)
        .filter(attempt -> attempt.channel() == Channel.SMS)
        .ifPresent(
            attempt -> {
              String reference = attempt.providerRef();
              if (reference != null
                  && carriers.status(Channel.SMS, reference)
                      instanceof Lookup.Taken(String known, var status)) {
                settlement.report(attempt.id(), status, known);
              }
            });
  }
}
