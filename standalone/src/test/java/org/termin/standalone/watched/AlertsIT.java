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
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.sms.Script;

/** R15: what goes wrong calls somebody within two minutes, through everything that ships. */
class AlertsIT {
  private static final Duration TWO_MINUTES = Duration.ofMinutes(2);
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=AlertsIT";

  /** Everything that looks looks oftener; what takes its time in life is shown in full. */
  private static final Map<String, String> OFTENER =
      Map.of("TERMIN_WATCH_EVERY", "2s", "TERMIN_KEYS_COMPARE", "2s");

  /** Nobody has reported a backup of this house. */
  private static final String NOTHING_TO_SAY = "Last backup";

  @TempDir Path folder;

  private final Map<String, Double> seconds = new TreeMap<>();
  private Watched all;

  /** Something that goes wrong, or is mended again. */
  private interface Deed {
    void happens() throws Exception;
  }

  @Test
  void everyKindOfFaultCallsSomebodyWithinTwoMinutes() throws Exception {
    try (Watched started =
        Watched.start(folder, Duration.ofSeconds(full() ? 15 : 2), full() ? Map.of() : OFTENER)) {
      all = started;
      all.crowd.signUp(0, 2, LocalDate.now(Clock.systemUTC()));
      all.crowd.confirm();
      everyPanelHasItsAnswer();
      assertThat(all.prometheus.firing()).as("before anything goes wrong").isEmpty();
      quietFaults();
      lostParts();
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

  private static boolean full() {
    return Figures.full();
  }

  private void everyPanelHasItsAnswer() {
    for (Dashboard.Panel panel : Dashboard.shipped().panels()) {
      if (!panel.title().equals(NOTHING_TO_SAY)) {
        panel
            .questions()
            .forEach(
                question ->
                    await(panel.title())
                        .atMost(TWO_MINUTES)
                        .until(() -> !all.prometheus.query(question.expression()).isEmpty()));
      }
    }
  }

  /** Everything still runs, and yet somebody has to look. */
  private void quietFaults() throws Exception {
    Path away = folder.resolve("away");
    calls("REPLICA_BEHIND", () -> Files.move(all.replica, away));
    over("REPLICA_BEHIND", () -> Files.move(away, all.replica));
    calls("DEAD_LETTERS", this::poison);
    calls("KEY_MISSING", () -> all.crowd.insert(List.of(sealedToAnotherKey())));
    calls("UNKNOWN_CODE", () -> ask("+48512000900", Script.reject(99_999)));
    calls("CHANNEL_CLOSED", () -> ask("+48512000901", Script.unauthorized()));
    all.provider.answersEverybody(Script.accept());
    calls("RECORD_HELD", this::tamperWithARecord);
  }

  /** Somebody's process is gone, or stands still. */
  private void lostParts() throws Exception {
    calls("BUS_AWAY", () -> all.termin.kill(Supervisor.KAFKA));
    over("BUS_AWAY", () -> all.termin.restart(Supervisor.KAFKA));
    calls("STORE_AWAY", () -> all.termin.kill(Supervisor.POSTGRES));
    over("STORE_AWAY", () -> all.termin.restart(Supervisor.POSTGRES));
    if (!full()) {
      // whether a service answers is asked for half a minute; AlertRulesTest has these rules too
      return;
    }
    calls("SCHEDULER_AWAY", () -> all.termin.freeze("scheduler"));
    over("SCHEDULER_AWAY", () -> all.termin.resume("scheduler"));
    calls("DOOR_AWAY", () -> all.termin.kill("tracker-api"));
    over("DOOR_AWAY", () -> all.termin.restart("tracker-api"));
    calls("NOTIFIER_AWAY", () -> all.termin.freeze("notifier"));
    over("NOTIFIER_AWAY", () -> all.termin.resume("notifier"));
  }

  private void poison() {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", all.termin.bus()),
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

  private Crowd.Posted sealedToAnotherKey() throws Exception {
    UUID id = UUID.randomUUID();
    try (var files = Files.list(all.folders.publicKeys())) {
      Path any = files.filter(file -> file.toString().endsWith(".pub")).findFirst().orElseThrow();
      IntakePublicKey unknown = IntakePublicKey.of(99, Files.readAllBytes(any));
      return new Crowd.Posted(
          id, MessageSeal.seal(unknown, id, signUp(ReceiptCode.random(), "+48512000902")));
    }
  }

  private void ask(String phone, Script answer) {
    all.provider.answersEverybody(answer);
    UUID id = UUID.randomUUID();
    all.crowd.insert(List.of(all.crowd.seal(id, signUp(ReceiptCode.random(), phone))));
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
    all.crowd.insert(List.of(all.crowd.seal(id, signUp(receipt, "+48512000903"))));
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                all.crowd.count("select count(*) from people.record where id = '" + id + "'") == 1);
    try (var admin =
            DriverManager.getConnection(
                all.termin.storeUrl(), "postgres", all.termin.adminPassword());
        var statement = admin.createStatement()) {
      statement.executeUpdate(
          "update people.record set version = version + 1 where id = '" + id + "'");
    }
    Confirm guess = new Confirm(id, receipt.proof(), 0, "000000");
    all.crowd.insert(List.of(all.crowd.seal(UUID.randomUUID(), guess)));
  }

  private void calls(String alert, Deed fault) throws Exception {
    long begun = System.nanoTime();
    fault.happens();
    try {
      await()
          .atMost(TWO_MINUTES.plusSeconds(30))
          .pollInterval(Duration.ofMillis(200))
          .until(() -> all.prometheus.firing().contains(alert));
    } catch (ConditionTimeoutException e) {
      throw new AssertionError(alert + " does not call; firing: " + all.prometheus.firing());
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
        .until(() -> !all.prometheus.firing().contains(alert));
  }
}
