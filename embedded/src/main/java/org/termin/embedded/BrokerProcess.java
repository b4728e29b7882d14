package org.termin.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/** The broker's own process: it says {@code ready}, and ends when its parent does. */
final class BrokerProcess {
  static final String READY = "termin-bus ready";
  static final String REFUSED = "termin-bus refused ";

  private BrokerProcess() {}

  public static void main(String[] arguments) {
    Path data = Path.of(arguments[0]);
    int port = Integer.parseInt(arguments[1]);
    int seenAt = Integer.parseInt(arguments[2]);
    try {
      FolderLock lock = FolderLock.take(data);
      BusFolder folder = new BusFolder(data, port, seenAt, Ports.free());
      folder.formatOnce();
      KafkaRaftServer server =
          new KafkaRaftServer(new KafkaConfig(folder.settings(), false), Time.SYSTEM);
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "stop"));
      Thread.ofPlatform().daemon().name("parent").start(BrokerProcess::endWithParent);
      server.startup();
      System.out.println(READY);
      server.awaitShutdown();
      lock.close();
    } catch (CannotStart e) {
      refuse(e.sentence(), e);
    } catch (Exception e) {
      refuse(
          "Kafka does not start from the folder %s, which may be damaged: read %s, or delete the folder (it holds hints only, nothing is lost)."
              .formatted(data, EmbeddedBus.log(data)),
          e);
    }
  }

  private static void refuse(String sentence, Exception cause) {
    cause.printStackTrace();
    System.out.println(REFUSED + sentence);
    System.out.flush();
    Runtime.getRuntime().halt(3);
  }

  /** The parent holds the other end of standard input; it closes however the parent dies. */
  private static void endWithParent() {
    InputStream parent = System.in;
    try {
      while (parent.read() >= 0) {
        // the parent never writes
      }
    } catch (IOException e) {
      // as good as closed
    }
    Thread.ofPlatform().daemon().name("patience").start(BrokerProcess::haltLater);
    System.exit(0);
  }

  private static void haltLater() {
    try {
      Thread.sleep(Duration.ofSeconds(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
