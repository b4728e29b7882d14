package org.termin.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.util.UUID;
import org.termin.embedded.EmbeddedBus;

/** The one Kafka broker of this JVM, in a child process that ends with it. */
public final class TestBus {
  private final EmbeddedBus bus;

  private TestBus(EmbeddedBus bus) {
    this.bus = bus;
  }

  private static final class Holder {
    static final TestBus ONE = launch();
  }

  /** Starts the broker when first asked for. */
  public static TestBus shared() {
    return Holder.ONE;
  }

  private static TestBus launch() {
    try {
      Path folder = Leftovers.newFolder("bus");
      EmbeddedBus bus = EmbeddedBus.start(folder.resolve("kafka"));
      Leftovers.atExit(
          () -> {
            bus.kill();
            Leftovers.delete(folder);
          });
      return new TestBus(bus);
    } catch (IOException e) {
      throw new IllegalStateException("no folder for the test bus", e);
    }
  }

  /** Address for clients. */
  public String bootstrapServers() {
    return bus.bootstrapServers();
  }

  /** A consumer group that no other test uses. */
  public static String uniqueGroup() {
    return "test-" + UUID.randomUUID();
  }
}
