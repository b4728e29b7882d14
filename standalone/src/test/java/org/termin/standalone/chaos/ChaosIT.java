package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.termin.standalone.chaos.WaveOrder.Echo;
import org.termin.testkit.Figures;

/** Processes are killed at random points of a wave, engines too; nobody may be forgotten. */
class ChaosIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=ChaosIT";

  @TempDir Path folder;

  @Test
  void nobodyIsForgottenWhateverIsKilled() {
    long seed = Figures.seed("chaos");
    int people = Figures.size("people", 300, 10_000);
    int kills = Figures.size("kills", 12, 200);
    WaveOrder order =
        WaveOrder.of(people).inFlight(Figures.full() ? 8 : 4).lasting(Duration.ofSeconds(kills));
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally = wave.run(FaultPlan.kills(seed, kills, FaultPlan.EVERYTHING));
      Figures.record(
          "R1",
          "kill -9 at %d points of W(%d)".formatted(tally.faults(), people),
          seed,
          COMMAND,
          tally.toString(),
          tally.lost() == 0 && tally.stuck() == 0);
      Figures.record(
          "R2",
          "extra copies under kills, no reports",
          seed,
          COMMAND,
          "%d extra copies, %d in flight at %d kills of notifiers"
              .formatted(tally.extra(), tally.inFlight(), tally.notifierFaults()),
          tally.extra() <= tally.inFlight());
      Figures.record(
          "R3",
          "a committed attempt before each request",
          seed,
          COMMAND,
          "%d requests, %d without a committed attempt, %d with an attempt seen before"
              .formatted(tally.requests(), tally.uncommitted(), tally.repeatedAttempts()),
          tally.uncommitted() == 0 && tally.repeatedAttempts() == 0);
      assertThat(tally.lost()).as("lost").isZero();
      assertThat(tally.stuck()).as("stuck").isZero();
      assertThat(tally.extra()).as("extra copies").isLessThanOrEqualTo(tally.inFlight());
      assertThat(tally.uncommitted()).as("requests without an attempt").isZero();
      assertThat(tally.repeatedAttempts()).as("attempts sent twice").isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"REPORTS", "LIST"})
  void nobodyIsToldTwiceWhereTheProviderCanBeHeard(Echo echo) {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    long seed = Figures.seed("chaos with an echo");
    int people = Figures.size("echo.people", 300, 600);
    int kills = Figures.size("echo.kills", 10, 30);
    WaveOrder order =
        WaveOrder.of(people).inFlight(8).echo(echo).lasting(Duration.ofSeconds(kills));
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally = wave.run(FaultPlan.kills(seed, kills, FaultPlan.EVERYTHING));
      Figures.record(
          "R2",
          switch (echo) {
            case REPORTS -> "extra copies under kills where reports reach the door";
            case LIST -> "extra copies under kills where only the provider's list can be asked";
            case NONE -> "no echo";
          },
          seed,
          COMMAND,
          tally.toString(),
          tally.lost() == 0 && tally.extra() == 0);
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isZero();
    }
  }
}
