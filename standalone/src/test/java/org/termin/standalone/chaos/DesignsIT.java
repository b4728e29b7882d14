package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.chaos.WaveOrder.Echo;
import org.termin.testkit.Figures;

/**
 * The three designs side by side, and planted bugs that must be caught: the same wave, the same
 * kills, real processes; only the notifiers have other classes in front of their own.
 */
class DesignsIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=DesignsIT";
  private static final List<String> NOTIFIERS = List.of("notifier", "notifier-2");

  @TempDir Path folder;

  @BeforeEach
  void onlyInFull() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
  }

  @Test
  void ourDesignLosesNothingAndRepeatsNothing() {
    Tally tally = design("claim, send, settle (ours)", order());
    assertThat(tally.lost()).isZero();
    assertThat(tally.extra()).isZero();
  }

  @Test
  void markingBeforeSendingLoses() {
    Tally tally =
        design(
            "mark before sending",
            order().with(new PlantedNotifier("mark-before", folder)).booksMayBeWrong());
    assertThat(tally.lost()).isPositive();
  }

  @Test
  void markingAfterSendingRepeats() {
    Tally tally =
        design("mark after sending", order().with(new PlantedNotifier("mark-after", folder)));
    assertThat(tally.lost()).isZero();
    assertThat(tally.extra()).isPositive();
    // an intent that is written after the request is seen at the request
    planted(
        "intent after send",
        "R3",
        "%d of %d requests without a committed attempt"
            .formatted(tally.uncommitted(), tally.requests()),
        tally.uncommitted() > 0);
  }

  @Test
  void aForgottenLeaseIsCaught() {
    int people = Figures.size("leases", 60, 120);
    WaveOrder order =
        WaveOrder.of(people)
            .lasting(Duration.ofSeconds(20))
            .patience(Duration.ofSeconds(90))
            .with(new PlantedNotifier("lease-forgotten", folder));
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally = wave.run(FaultPlan.kills(seed(), 4, NOTIFIERS));
      planted(
          "lease forgotten",
          "R1",
          "%d rows under way for ever".formatted(tally.stuck()),
          tally.stuck() > 0);
    }
  }

  private static WaveOrder order() {
    return WaveOrder.of(Figures.size("designs", 100, 300))
        .inFlight(8)
        .echo(Echo.REPORTS)
        .lasting(Duration.ofSeconds(30))
        .network(Duration.ofMillis(800))
        // what waits is not said again before it is its turn: no design is punished for that
        .with(Map.of("TERMIN_SCAN_WINDOW", "16"));
  }

  private Tally design(String name, WaveOrder order) {
    int kills = Figures.size("designs.kills", 6, 16);
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally = wave.run(FaultPlan.kills(seed(), kills, NOTIFIERS));
      Figures.record(
          "three designs",
          name,
          seed(),
          COMMAND,
          "%d kills of notifiers: lost %d, extra copies %d of %d"
              .formatted(tally.notifierFaults(), tally.lost(), tally.extra(), tally.due()),
          tally.lost() == 0 && tally.extra() == 0);
      return tally;
    }
  }

  /** All designs see the same kills. */
  private static long seed() {
    return Long.getLong("chaos.seed", 7);
  }

  private static void planted(String bug, String caughtBy, String figure, boolean caught) {
    Figures.record(
        "planted bugs",
        bug,
        seed(),
        COMMAND,
        "caught by %s: %s".formatted(caughtBy, figure),
        caught);
    assertThat(caught).as("%s is caught by %s", bug, caughtBy).isTrue();
  }
}
