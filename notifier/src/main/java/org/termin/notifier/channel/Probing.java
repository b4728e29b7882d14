package org.termin.notifier.channel;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps asking closed channels whether they are back, so that no message has to find out. */
@Component
class Probing {

  private final Carriers carriers;

  Probing(Carriers carriers) {
    this.carriers = carriers;
  }

  /** Looks often; how often a provider is really asked is the circuit's business. */
  @Scheduled(fixedDelayString = "${termin.circuit.look:1s}")
  void look() {
    carriers.probe();
  }
}
