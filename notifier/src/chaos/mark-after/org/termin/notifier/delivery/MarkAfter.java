package org.termin.notifier.delivery;

import java.util.UUID;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outgoing;

/** The design that sends and then writes down "sent": what dies in between is sent again. */
@Component
@Primary
class MarkAfter extends Dispatcher {
  private final Carriers carriers;
  private final Settlement settlement;
  private final ClaimLater claims;

  MarkAfter(
      Carriers carriers, Settlement settlement, DeliverySettings settings, ClaimLater claims) {
    super(carriers, settlement, settings);
    this.carriers = carriers;
    this.settlement = settlement;
    this.claims = claims;
  }

  @Override
  void request(Outgoing message) {
    Outcome outcome = carriers.send(message);
    UUID attempt = claims.mark(message.attempt());
    settlement.settle(attempt == null ? message.attempt() : attempt, outcome);
  }
}
