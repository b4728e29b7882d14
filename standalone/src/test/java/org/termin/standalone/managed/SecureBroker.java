package org.termin.standalone.managed;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.jspecify.annotations.Nullable;
import org.termin.embedded.ChildJava;
import org.termin.embedded.Ports;

/** A real broker that speaks TLS and lets in by SCRAM-SHA-512 only, in a process of its own. */
final class SecureBroker implements AutoCloseable {
  static final String USER = "termin";
  static final String WORD = "a word of the bus";
  private static final String READY = "secure broker ready";

  private final Process process;
  private final int port;

  private SecureBroker(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  static SecureBroker start(Path data, Certificates certificates) throws IOException {
    Files.createDirectories(data);
    int port = Ports.free();
    Process process =
        new ProcessBuilder(
                ChildJava.main(
                    SecureBroker.class,
                    List.of("-Xmx384m", "-XX:+UseSerialGC"),
                    List.of(
                        data.toString(),
                        Integer.toString(port),
                        certificates.key("server", "pem").toString())))
            .redirectError(data.resolve("broker.err").toFile())
            .start();
    BufferedReader said = process.inputReader();
    @Nullable String line = said.readLine();
    while (line != null && !line.equals(READY)) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IllegalStateException(Files.readString(data.resolve("broker.err")));
    }
    Thread.ofVirtual().start(() -> said.lines().forEach(_ -> {}));
    return new SecureBroker(process, port);
  }

  String bootstrapServers() {
    return "localhost:" + port;
  }

  static String login(String word) {
    return """
    org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" password="%s";\
    """
        .formatted(USER, word);
  }

  /** The broker's own process; it ends when its parent closes the pipe. */
  public static void main(String[] arguments) throws Exception {
    Path data = Path.of(arguments[0]);
    Properties settings = settings(data, arguments[1], arguments[2]);
    Path file = data.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.store(writer, null);
    }
    String[] format = {
      "format",
      "--cluster-id",
      Uuid.randomUuid().toString(),
      "--config",
      file.toString(),
      "--add-scram",
      "SCRAM-SHA-512=[name=%s,password=%s]".formatted(USER, WORD)
    };
    if (StorageTool.execute(format, System.err) != 0) {
      System.exit(3);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    System.out.println(READY);
    while (System.in.read() >= 0) {
      // the parent never writes
    }
    Runtime.getRuntime().halt(0);
  }

  private static Properties settings(Path data, String port, String key) throws IOException {
    Properties settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", "1");
    int inside = Ports.free();
    int controller = Ports.free();
    settings.put(
        "listeners",
        "OUTSIDE://localhost:%s,INSIDE://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(port, inside, controller));
    settings.put(
        "listener.security.protocol.map", "OUTSIDE:SASL_SSL,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put(
        "advertised.listeners",
        "OUTSIDE://localhost:%s,INSIDE://127.0.0.1:%d".formatted(port, inside));
    settings.put("inter.broker.listener.name", "INSIDE");
    settings.put("controller.listener.names", "CONTROLLER");
    settings.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put("listener.name.outside.ssl.keystore.type", "PEM");
    settings.put("listener.name.outside.ssl.keystore.location", key);
    settings.put("listener.name.outside.sasl.enabled.mechanisms", "SCRAM-SHA-512");
    settings.put(
        "listener.name.outside.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put("log.dirs", data.resolve("log").toString());
    settings.put("auto.create.topics.enable", "false");
    settings.put("offsets.topic.replication.factor", "1");
    settings.put("offsets.topic.num.partitions", "4");
    settings.put("transaction.state.log.replication.factor", "1");
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("group.initial.rebalance.delay.ms", "0");
    settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    return settings;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
