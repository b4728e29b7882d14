package org.termin.notifier.delivery;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outgoing;

/** The design that writes down "sent" and then sends: what dies in between is lost. */
@Component
@Primary
class MarkBefore extends Dispatcher {
  private final Carriers carriers;
  private final Settlement settlement;

  MarkBefore(Carriers carriers, Settlement settlement, DeliverySettings settings) {
    super(carriers, settlement, settings);
    this.carriers = carriers;
    this.settlement = settlement;
  }

  @Override
  void request(Outgoing message) {
    settlement.settle(message.attempt(), new Outcome.Accepted(null));
    carriers.send(message);
  }
}
