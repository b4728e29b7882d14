package org.termin.notifier.delivery;

import java.util.UUID;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Fuse.Pass;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outgoing;

/** The design that sends and then writes down "sent": what dies in between is sent again. */
@Component
@Primary
class MarkAfter extends Dispatcher {
  private final Carriers carriers;
  private final Outcomes outcomes;
  private final ClaimLater claims;

  MarkAfter(Carriers carriers, Outcomes outcomes, DeliverySettings settings, ClaimLater claims) {
    super(carriers, outcomes, settings);
    this.carriers = carriers;
    this.outcomes = outcomes;
    this.claims = claims;
  }

  @Override
  void request(Outgoing message, Pass pass) {
    Outcome outcome = carriers.send(message, pass);
    UUID attempt = claims.mark(message.attempt());
    outcomes.settle(attempt == null ? message.attempt() : attempt, outcome);
  }
}
