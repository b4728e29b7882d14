package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.Crowd;
import org.termin.testkit.Figures;

/** Nobody hears twice what Kafka says three times, or to whomever it says it. */
class RepetitionIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=RepetitionIT";

  @TempDir Path folder;

  @BeforeEach
  void onlyInFull() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
  }

  @Test
  void aLargeWaveWithoutFaultsHasNoExtraCopies() {
    int people = Figures.size("wave", 300, 100_000);
    try (Wave wave = Wave.prepare(folder, WaveOrder.of(people).inFlight(64).unhurried())) {
      Tally tally = wave.run(FaultPlan.none());
      record("no faults in W(%d)".formatted(people), 0, tally, tally.toString());
    }
  }

  @Test
  void eachRecordIsDeliveredThreeTimes() {
    int people = Figures.size("thrice", 300, 2_000);
    WaveOrder order = WaveOrder.of(people).inFlight(8).lasting(Duration.ofSeconds(60));
    try (Wave wave = Wave.prepare(folder, order);
        Repeater repeater = new Repeater(wave.supervisor().bus())) {
      Tally tally = wave.run(FaultPlan.none());
      record(
          "each Kafka record three times",
          0,
          tally,
          "%d records said three times; %s".formatted(repeater.repeated(), tally));
      assertThat(repeater.repeated()).isGreaterThanOrEqualTo(people);
    }
  }

  @Test
  void partitionsMoveFiftyTimes() {
    int people = Figures.size("rebalanced", 300, 2_000);
    int wanted = Figures.size("rebalances", 10, 50);
    WaveOrder order = WaveOrder.of(people).inFlight(8).lasting(Duration.ofSeconds(120));
    try (Wave wave = Wave.prepare(folder, order)) {
      int rebalances;
      try (Intruder intruder = new Intruder(wave.supervisor().bus())) {
        wave.begin();
        await()
            .atMost(Crowd.PATIENCE)
            .until(() -> intruder.rebalances() >= wanted || wave.told() == people);
        rebalances = intruder.rebalances();
      }
      Tally tally = wave.finish();
      record(
          "forced rebalances",
          0,
          tally,
          "%d rebalances in the wave; %s".formatted(rebalances, tally));
      assertThat(rebalances).isGreaterThanOrEqualTo(wanted);
    }
  }

  private static void record(String title, long seed, Tally tally, String figure) {
    Figures.record("R2", title, seed, COMMAND, figure, tally.extra() == 0 && tally.lost() == 0);
    assertThat(tally.lost()).as("lost").isZero();
    assertThat(tally.extra()).as("extra copies").isZero();
  }
}
