package org.termin.notifier.delivery;

import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Fuse.Pass;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outgoing;

/** The design that writes down "sent" and then sends: what dies in between is lost. */
@Component
@Primary
class MarkBefore extends Dispatcher {
  private final Carriers carriers;
  private final Outcomes outcomes;

  MarkBefore(Carriers carriers, Outcomes outcomes, DeliverySettings settings) {
    super(carriers, outcomes, settings);
    this.carriers = carriers;
    this.outcomes = outcomes;
  }

  @Override
  void request(Outgoing message, Pass pass) {
    outcomes.settle(message.attempt(), new Outcome.Accepted(null));
    carriers.send(message, pass);
  }
}
