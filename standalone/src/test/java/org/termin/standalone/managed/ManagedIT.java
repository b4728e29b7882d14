package org.termin.standalone.managed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.Topics;
import org.termin.database.Role;
import org.termin.embedded.CannotStart;
import org.termin.embedded.ChildJava;
import org.termin.embedded.Ports;
import org.termin.standalone.RunningTermin;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.testkit.Figures;

/**
 * PostgreSQL that takes nobody without TLS, a client's certificate and a password, and Kafka that
 * takes nobody without TLS and SCRAM: everything works there by configuration alone, and says in
 * one sentence what is wrong where it cannot.
 */
class ManagedIT {
  private static final List<String> SERVICES = List.of("notifier", "scheduler", "tracker-api");
  private static final String CERTIFICATE = "cannot be checked or is not the right one";

  @TempDir Path folder;

  @Test
  void everythingWorksOverTlsWithLoginsAndRefusesEverythingElseInOneSentence() throws Exception {
    Certificates ours = Certificates.in(folder.resolve("ours"));
    Certificates others = Certificates.in(folder.resolve("others"));
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (SecureBroker broker = SecureBroker.start(folder.resolve("broker"), ours)) {
      ManagedPlaces places = new ManagedPlaces(folders, ours, broker);
      Settings settings =
          Settings.of(folders, Ports.free())
              .recorded()
              .with(Map.of("TERMIN_SCAN_EVERY", "1s", "TERMIN_SWEEP_EVERY", "2s"))
              .with(places);
      try (RunningTermin termin = RunningTermin.start(settings)) {
        termin.signUpAndBeTold(LocalDate.now(Clock.systemUTC()).plusDays(300));
        // what the notifier says comes after its commit
        await("the door's, the clock's and the notifier's records")
            .atMost(RunningTermin.PATIENCE)
            .untilAsserted(
                () ->
                    assertThat(recordsByTopic(broker, ours))
                        .containsKeys(Topics.REGISTRATIONS, Topics.EXPIRY_EVENTS, Topics.DELIVERIES)
                        .doesNotContainValue(0L));
        everyConnectionIsEncrypted(places);
        migrates(places, others);
        if (Figures.full()) {
          refusedByPostgres(termin, places, others);
          refusedByKafka(termin, places, others);
          places.tell(Map.of());
          SERVICES.forEach(service -> termin.supervisor.stop(service));
          SERVICES.forEach(service -> termin.supervisor.restart(service));
          termin.signUpAndBeTold(LocalDate.now(Clock.systemUTC()).plusDays(301));
        }
      }
    }
  }

  private static void everyConnectionIsEncrypted(ManagedPlaces places) throws SQLException {
    Map<String, String> seen = new TreeMap<>();
    try (Connection admin = places.admin();
        Statement ask = admin.createStatement();
        ResultSet rows =
            ask.executeQuery(
                """
                select a.usename, bool_and(s.ssl), count(*), min(s.version)
                  from pg_stat_activity a join pg_stat_ssl s using (pid)
                 where a.backend_type = 'client backend' group by 1
                """)) {
      while (rows.next()) {
        seen.put(
            rows.getString(1), rows.getBoolean(2) ? rows.getString(4) : "plain " + rows.getInt(3));
      }
    }
    System.out.printf("connections to PostgreSQL: %s%n", seen);
    assertThat(seen).containsKeys("tracker", "scheduler", "notifier");
    assertThat(seen.values()).allMatch(version -> version.startsWith("TLSv1."));
  }

  /** How much was said on each of Termin's topics, asked over TLS and with a login. */
  private static Map<String, Long> recordsByTopic(SecureBroker broker, Certificates certificates)
      throws Exception {
    Map<String, Object> way =
        Map.of(
            "bootstrap.servers",
            broker.bootstrapServers(),
            "security.protocol",
            "SASL_SSL",
            "ssl.truststore.type",
            "PEM",
            "ssl.truststore.location",
            certificates.authority().toString(),
            "sasl.mechanism",
            "SCRAM-SHA-512",
            "sasl.jaas.config",
            SecureBroker.login(SecureBroker.WORD));
    try (Admin admin = Admin.create(way)) {
      Map<String, Long> said = new TreeMap<>();
      Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
      for (String topic : List.of(Topics.REGISTRATIONS, Topics.EXPIRY_EVENTS, Topics.DELIVERIES)) {
        for (int n = 0; n < Topics.PARTITIONS; n++) {
          ends.put(new TopicPartition(topic, n), OffsetSpec.latest());
        }
      }
      admin
          .listOffsets(ends)
          .all()
          .get(30, TimeUnit.SECONDS)
          .forEach((at, end) -> said.merge(at.topic(), end.offset(), Long::sum));
      System.out.printf("records over SASL_SSL: %s%n", said);
      return said;
    }
  }

  private void migrates(ManagedPlaces places, Certificates others) throws Exception {
    assertThat(migrate(places, places.url(), places.adminPassword()))
        .contains("The database is ready");
    assertThat(migrate(places, places.url("verify-full", others), places.adminPassword()))
        .contains(CERTIFICATE);
    assertThat(
            migrate(
                places,
                places.url().replace("//localhost:", "//127.0.0.1:"),
                places.adminPassword()))
        .as("another name than the certificate's")
        .contains(CERTIFICATE);
    assertThat(migrate(places, places.plainUrl(), places.adminPassword())).contains("may want TLS");
    assertThat(migrate(places, places.url(), places.password(Role.TRACKER)))
        .contains("refuses the login or its password");
  }

  /** What termin-migrate says, in a process of its own. */
  private String migrate(ManagedPlaces places, String url, Path adminPassword) throws Exception {
    ProcessBuilder program =
        new ProcessBuilder(
            ChildJava.main(
                Class.forName("org.termin.database.Migrate"), List.of("-Xmx128m"), List.of()));
    program.environment().put("TERMIN_DB_URL", url);
    program.environment().put("TERMIN_DB_ADMIN_PASSWORD_FILE", adminPassword.toString());
    for (Role role : Role.values()) {
      program.environment().put(role.passwordFileVariable(), places.password(role).toString());
    }
    Process process = program.redirectErrorStream(true).start();
    List<String> said = process.inputReader().lines().toList();
    process.waitFor();
    System.out.printf("termin-migrate: %s%n", said);
    assertThat(said).as("one sentence").filteredOn(line -> line.startsWith("\tat")).isEmpty();
    return said.getLast();
  }

  /** Each service meets one wrong way, and in the full run every one. */
  private static void refusedByPostgres(
      RunningTermin termin, ManagedPlaces places, Certificates others) {
    List<Map<String, String>> ways =
        List.of(
            Map.of("TERMIN_DB_URL", places.url("verify-full", others)),
            Map.of("TERMIN_DB_URL", places.plainUrl()),
            Map.of("TERMIN_DB_URL", places.url().replace("//localhost:", "//127.0.0.1:")));
    List<String> sentences = List.of(CERTIFICATE, "may want TLS", CERTIFICATE);
    for (int n = 0; n < SERVICES.size(); n++) {
      for (int way : waysOf(n)) {
        String service = SERVICES.get(n);
        termin.supervisor.stop(service);
        places.tell(ways.get(way));
        assertThatThrownBy(() -> termin.supervisor.restart(service))
            .as("%s, way %d", service, way)
            .isInstanceOf(CannotStart.class)
            .satisfies(refused -> System.out.printf("%s: %s%n", service, refused.getMessage()))
            .hasMessageContaining(sentences.get(way));
      }
      Map<String, String> otherPassword = new HashMap<>();
      for (Role role : List.of(Role.NOTIFIER, Role.SCHEDULER, Role.TRACKER)) {
        otherPassword.put(role.passwordFileVariable(), places.password(Role.MIGRATOR).toString());
      }
      String service = SERVICES.get(n);
      places.tell(otherPassword);
      assertThatThrownBy(() -> termin.supervisor.restart(service))
          .isInstanceOf(CannotStart.class)
          .satisfies(refused -> System.out.printf("%s: %s%n", service, refused.getMessage()))
          .message()
          .containsAnyOf("password", "_PASSWORD_FILE");
    }
  }

  private static List<Integer> waysOf(int service) {
    return Figures.full() ? List.of(0, 1, 2) : List.of(service);
  }

  /** Kafka that refuses us is waited for: people can sign up, and each service says why. */
  private static void refusedByKafka(
      RunningTermin termin, ManagedPlaces places, Certificates others) throws IOException {
    List<Map<String, String>> ways = new ArrayList<>();
    ways.add(Map.of("SPRING_KAFKA_SSL_TRUSTSTORELOCATION", "file:" + others.authority()));
    ways.add(
        Map.of(
            "SPRING_KAFKA_PROPERTIES_SASL_JAAS_CONFIG_FILE",
            places.login("another word than that").toString()));
    List<String> sentences = List.of("Kafka's certificate cannot", "Kafka refuses the login");
    for (int way = 0; way < ways.size(); way++) {
      places.tell(ways.get(way));
      for (String service : SERVICES) {
        termin.supervisor.stop(service);
        Files.deleteIfExists(log(termin, service));
        termin.supervisor.restart(service);
      }
      termin.signUpOnly(LocalDate.now(Clock.systemUTC()).plusDays(299));
      for (String service : SERVICES) {
        String sentence = sentences.get(way);
        await(service + " says: " + sentence)
            .atMost(RunningTermin.PATIENCE)
            .until(() -> Files.readString(log(termin, service)).contains(sentence));
      }
    }
  }

  private static Path log(RunningTermin termin, String service) {
    return termin.supervisor.settings().folders().logs().resolve(service + ".log");
  }
}
