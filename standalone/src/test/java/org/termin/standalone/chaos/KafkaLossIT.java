package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.Topics;
import org.termin.standalone.Crowd;
import org.termin.standalone.chaos.Fault.Kind;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;

/** Kafka carries hints; without them everything takes longer, and nothing else. */
class KafkaLossIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=KafkaLossIT";

  @TempDir Path folder;

  @Test
  void allOfKafkasDataIsDeletedInTheMiddle() throws Exception {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    int people = Figures.size("kafka", 300, 2_000);
    WaveOrder order = WaveOrder.of(people).lasting(Duration.ofSeconds(90));
    try (Wave wave = Wave.prepare(folder, order)) {
      wave.begin();
      await().atMost(Crowd.PATIENCE).until(() -> wave.told() >= people / 4);
      deleteTopics(wave.supervisor().bus());
      wave.let(new Fault(0.5, Kind.WIPE, Supervisor.KAFKA, Duration.ofSeconds(5)));
      Tally tally = wave.finish();
      Figures.record(
          "R6",
          "topics deleted at a quarter, Kafka's folder at half of W(%d)".formatted(people),
          0,
          COMMAND,
          tally.toString(),
          tally.lost() == 0 && tally.extra() == 0);
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isZero();
    }
  }

  private static void deleteTopics(String bus) throws InterruptedException, ExecutionException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bus))) {
      admin.deleteTopics(List.of(Topics.EXPIRY_EVENTS, Topics.DELIVERIES)).all().get();
    }
    System.out.println("topics deleted");
  }
}
