package org.termin.standalone.watched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.Topics;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Contact;
import org.termin.embedded.Ports;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;

/** R15: what goes wrong calls somebody within two minutes, through everything that ships. */
class AlertsIT {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=AlertsIT";

  @TempDir Path folder;

  private final Map<String, Double> seconds = new TreeMap<>();
  private FakeSmsProvider provider;
  private Supervisor termin;
  private Prometheus prometheus;
  private Crowd crowd;

  /** Something that goes wrong, or is mended again. */
  private interface Deed {
    void happens() throws Exception;
  }

  @Test
  void everyKindOfFaultCallsSomebodyWithinTwoMinutes() throws Exception {
    Prometheus.program("prometheus");
    Path replica = Files.createDirectory(folder.resolve("replica"));
    try (FakeSmsProvider fake = FakeSmsProvider.start()) {
      provider = fake;
      Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
      try (Supervisor started = Supervisor.start(settings(folders, replica));
          Prometheus looking =
              Prometheus.watching(
                  started, folder.resolve("prometheus"), Duration.ofSeconds(full() ? 15 : 2))) {
        termin = started;
        prometheus = looking;
        crowd = new Crowd(termin, provider, folders.publicKeys());
        crowd.signUp(0, 1, LocalDate.now(Clock.systemUTC()));
        assertThat(prometheus.firing()).as("before anything goes wrong").isEmpty();
        quietFaults(folders, replica);
        lostParts();
      }
    }
    double slowest = seconds.values().stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    Figures.record(
        "R15",
        "each kind of fault once, from the fault to Prometheus calling",
        0,
        COMMAND,
        "%d kinds, seconds %s".formatted(seconds.size(), seconds),
        slowest <= TWO_MINUTES.toSeconds());
    assertThat(seconds).hasSize(full() ? 11 : 8);
    assertThat(slowest).isLessThanOrEqualTo(TWO_MINUTES.toSeconds());
  }

  private Settings settings(Folders folders, Path replica) {
    int port = Ports.free();
    Map<String, String> environment = new HashMap<>(Crowd.environment(provider, port));
    environment.put("TERMIN_KEYS_REPLICA", replica.toString());
    if (!full()) {
      // everything that looks looks oftener; what takes its time in life is shown in full
      environment.put("TERMIN_WATCH_EVERY", "2s");
      environment.put("TERMIN_KEYS_COMPARE", "2s");
    }
    return Settings.of(folders, port).with(environment);
  }

  private static boolean full() {
    return Figures.full();
  }

  /** Everything still runs, and yet somebody has to look. */
  private void quietFaults(Folders folders, Path replica) throws Exception {
    Path away = folder.resolve("away");
    calls("REPLICA_BEHIND", () -> Files.move(replica, away));
    over("REPLICA_BEHIND", () -> Files.move(away, replica));
    calls("DEAD_LETTERS", this::poison);
    calls("KEY_MISSING", () -> crowd.insert(List.of(sealedToAnotherKey(folders))));
    calls("UNKNOWN_CODE", () -> ask("+48512000900", Script.reject(99_999)));
    calls("CHANNEL_CLOSED", () -> ask("+48512000901", Script.unauthorized()));
    provider.answersEverybody(Script.accept());
    calls("RECORD_HELD", this::tamperWithARecord);
  }

  /** Somebody's process is gone, or stands still. */
  private void lostParts() throws Exception {
    calls("BUS_AWAY", () -> termin.kill(Supervisor.KAFKA));
    over("BUS_AWAY", () -> termin.restart(Supervisor.KAFKA));
    calls("STORE_AWAY", () -> termin.kill(Supervisor.POSTGRES));
    over("STORE_AWAY", () -> termin.restart(Supervisor.POSTGRES));
    if (!full()) {
      // whether a service answers is asked for half a minute; AlertRulesTest has these rules too
      return;
    }
    calls("SCHEDULER_AWAY", () -> termin.freeze("scheduler"));
    over("SCHEDULER_AWAY", () -> termin.resume("scheduler"));
    calls("DOOR_AWAY", () -> termin.kill("tracker-api"));
    over("DOOR_AWAY", () -> termin.restart("tracker-api"));
    calls("NOTIFIER_AWAY", () -> termin.freeze("notifier"));
    over("NOTIFIER_AWAY", () -> termin.resume("notifier"));
  }

  private void poison() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", termin.bus()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      producer.send(
          new ProducerRecord<>(
              Topics.EXPIRY_EVENTS,
              null,
              Topics.timestamp(Clock.systemUTC().instant()),
              new byte[] {1},
              new byte[] {2}));
    }
  }

  private Crowd.Posted sealedToAnotherKey(Folders folders) throws Exception {
    UUID id = UUID.randomUUID();
    try (var files = Files.list(folders.publicKeys())) {
      Path any = files.filter(file -> file.toString().endsWith(".pub")).findFirst().orElseThrow();
      IntakePublicKey unknown = IntakePublicKey.of(99, Files.readAllBytes(any));
      return new Crowd.Posted(
          id, MessageSeal.seal(unknown, id, signUp(ReceiptCode.random(), "+48512000902")));
    }
  }

  private void ask(String phone, Script answer) {
    provider.answersEverybody(answer);
    UUID id = UUID.randomUUID();
    crowd.insert(List.of(crowd.seal(id, signUp(ReceiptCode.random(), phone))));
  }

  private static Register signUp(ReceiptCode receipt, String phone) {
    return Samples.register(
        receipt,
        Samples.passport("PL", LocalDate.now(Clock.systemUTC()).plusDays(700)),
        Contact.of(phone));
  }

  /** Whoever speaks of it next makes the notifier open it. */
  private void tamperWithARecord() throws SQLException {
    UUID id = UUID.randomUUID();
    ReceiptCode receipt = ReceiptCode.random();
    crowd.insert(List.of(crowd.seal(id, signUp(receipt, "+48512000903"))));
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () -> crowd.count("select count(*) from people.record where id = '" + id + "'") == 1);
    try (var admin =
            DriverManager.getConnection(termin.storeUrl(), "postgres", termin.adminPassword());
        var statement = admin.createStatement()) {
      statement.executeUpdate(
          "update people.record set version = version + 1 where id = '" + id + "'");
    }
    Confirm guess = new Confirm(id, receipt.proof(), 0, "000000");
    crowd.insert(List.of(crowd.seal(UUID.randomUUID(), guess)));
  }

  private void calls(String alert, Deed fault) throws Exception {
    long begun = System.nanoTime();
    fault.happens();
    try {
      await()
          .atMost(TWO_MINUTES.plusSeconds(30))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> prometheus.firing().contains(alert));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(alert + " does not call; firing: " + prometheus.firing());
    }
    double took = Math.round((System.nanoTime() - begun) / 1e8) / 10.0;
    seconds.put(alert, took);
    System.out.printf("%s after %.1f s%n", alert, took);
  }

  private void over(String alert, Deed mended) throws Exception {
    mended.happens();
    await()
        .atMost(TWO_MINUTES)
        .pollInterval(Duration.ofMillis(200))
        .until(() -> !prometheus.firing().contains(alert));
  }
}
