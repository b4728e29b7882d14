package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.chaos.Fault.Kind;
import org.termin.testkit.Figures;

/**
 * The risk that remains: a notifier that stands still for longer than its lease, and then goes on
 * as if nothing had happened. What it had in its hands may be sent twice, and nothing else.
 */
class FreezeIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=FreezeIT";

  @TempDir Path folder;

  @Test
  void aFrozenNotifierRepeatsAtMostWhatItHadInItsHands() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    int people = Figures.size("frozen", 300, 600);
    WaveOrder order =
        WaveOrder.of(people).lasting(Duration.ofSeconds(60)).network(Duration.ofMillis(200));
    // the lease is 12 s, an unknown outcome is left open for 10 s
    Duration longer = Duration.ofSeconds(30);
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally =
          wave.run(
              FaultPlan.of(
                  new Fault(0.15, Kind.FREEZE, "notifier", longer),
                  new Fault(0.35, Kind.FREEZE, "notifier-2", longer),
                  new Fault(0.55, Kind.FREEZE, "notifier", longer),
                  new Fault(0.75, Kind.FREEZE, "notifier-2", longer)));
      Figures.record(
          "R2",
          "SIGSTOP of notifiers for longer than their lease",
          0,
          COMMAND,
          tally.toString(),
          tally.lost() == 0 && tally.extra() <= tally.inFlight());
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isLessThanOrEqualTo(tally.inFlight());
    }
  }
}
