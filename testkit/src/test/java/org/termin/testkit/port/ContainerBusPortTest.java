package org.termin.testkit.port;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.kafka.KafkaContainer;

@NeedsImage("apache/kafka:4.2.1")
class ContainerBusPortTest extends BusContract {
  private static final KafkaContainer BUS = new KafkaContainer("apache/kafka:4.2.1");

  @BeforeAll
  static void start() {
    BUS.start();
  }

  @AfterAll
  static void stop() {
    BUS.stop();
  }

  @Override
  protected String bootstrapServers() {
    return BUS.getBootstrapServers();
  }
}
