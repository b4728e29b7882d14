package org.termin.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker in a process of its own; a fault of the broker halts only that process. */
public final class EmbeddedBus implements AutoCloseable {
  private final Process process;
  private final int port;

  private EmbeddedBus(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts a broker on a free port. */
  public static EmbeddedBus start(Path data) {
    return start(data, 0);
  }

  /**
   * Starts the broker of the data folder, formatted on the first start, and waits until it serves.
   */
  public static EmbeddedBus start(Path data, int wantedPort) {
    return start(data, wantedPort, 0);
  }

  /** As above; where something stands in between, clients are told the port to reach it at. */
  public static EmbeddedBus start(Path data, int wantedPort, int seenAt) {
    int port = Ports.claim("Kafka", wantedPort);
    try {
      Files.createDirectories(data.toAbsolutePath().getParent());
      Path log = log(data);
      Process process =
          new ProcessBuilder(command(data, port, seenAt == 0 ? port : seenAt))
              .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
      awaitReady(process, log);
      return new EmbeddedBus(process, port);
    } catch (IOException e) {
      throw new CannotStart(
          "Kafka could not be started with the folder %s: check its owner and the free space; nothing was changed."
              .formatted(data),
          e);
    }
  }

  private static List<String> command(Path data, int port, int seenAt) {
    return ChildJava.main(
        BrokerProcess.class,
        List.of(
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
            "-Dlogback.configurationFile=org/termin/embedded/bus-logback.xml"),
        List.of(
            data.toAbsolutePath().toString(), Integer.toString(port), Integer.toString(seenAt)));
  }

  private static void awaitReady(Process process, Path log) throws IOException {
    BufferedReader said = process.inputReader();
    @Nullable String line;
    while ((line = said.readLine()) != null) {
      if (line.equals(BrokerProcess.READY)) {
        Thread.ofVirtual().name("kafka-output").start(() -> drain(said));
        return;
      }
      if (line.startsWith(BrokerProcess.REFUSED)) {
        process.destroyForcibly();
        throw new CannotStart(line.substring(BrokerProcess.REFUSED.length()));
      }
    }
    throw new CannotStart("Kafka ended while it started: read %s.".formatted(log));
  }

  private static void drain(BufferedReader said) {
    try (said) {
      while (said.readLine() != null) {
        // nothing is expected; an unread pipe would block the broker
      }
    } catch (IOException e) {
      // the broker has ended
    }
  }

  static Path log(Path data) {
    return data.toAbsolutePath().resolveSibling(data.getFileName() + ".log");
  }

  /** Address for clients. */
  public String bootstrapServers() {
    return "127.0.0.1:" + port;
  }

  /** The broker's port on the loopback address. */
  public int port() {
    return port;
  }

  /** Process id of the broker. */
  public long pid() {
    return process.pid();
  }

  /** Whether the broker's process lives. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Kills the broker without notice; the folder can be started again. */
  public void kill() {
    await(process.destroyForcibly());
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        kill();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static void await(Process ending) {
    try {
      ending.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
