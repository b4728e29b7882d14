package org.termin.testkit.port;

import org.termin.testkit.TestBus;

class EmbeddedBusPortTest extends BusContract {
  @Override
  protected String bootstrapServers() {
    return TestBus.shared().bootstrapServers();
  }
}
