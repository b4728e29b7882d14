package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.embedded.EmbeddedStore;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Launching;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;

/** Timers and clocks may lie: what is due says the database, and whoever scans it does no harm. */
class ClocksIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=ClocksIT";

  @TempDir Path folder;

  @BeforeEach
  void onlyInFull() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
  }

  @Test
  void threeNodesScanFiveTimesAsOften() {
    WaveOrder order = order(500).schedulers(3).with(Map.of("TERMIN_SCAN_EVERY", "200ms"));
    try (Wave wave = Wave.prepare(folder, order)) {
      Tally tally = wave.run(FaultPlan.none());
      record("R7", "three nodes, the timer fired 5 times as often", tally);
    }
  }

  @Test
  void aTimerThatHangsIsReplacedByTheWatchdog() throws SQLException {
    try (Wave wave = Wave.prepare(folder, order(500))) {
      wave.begin();
      await().atMost(Crowd.PATIENCE).until(() -> wave.told() >= 100);
      admin(
          wave.supervisor(),
          "update quartz.qrtz_triggers set trigger_state = 'BLOCKED' where trigger_name = 'scan'");
      long blocked = System.nanoTime();
      int then = wave.told();
      // what was queued before is sent still; then only a new scan can go on
      Tally tally = wave.finish();
      Figures.record(
          "R7",
          "the timer never fires: its trigger hangs BLOCKED",
          0,
          COMMAND,
          "blocked after %d of %d; all told %.0f s later by the watchdog (silence 15 s); %s"
              .formatted(then, tally.due(), (System.nanoTime() - blocked) / 1e9, tally),
          tally.lost() == 0 && tally.extra() == 0);
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isZero();
    }
  }

  @Test
  void nodeClocksAreTenMinutesApart() {
    Clocks clocks = new Clocks(Map.of("scheduler", "+10m", "scheduler-2", "-10m"));
    try (Wave wave = Wave.prepare(folder, order(500).schedulers(3).with(clocks))) {
      Tally tally = wave.run(FaultPlan.none());
      record("R7", "node clocks 10 min ahead and 10 min behind, three nodes", tally);
    }
  }

  @Test
  void clocksAreADayOffAndJumpBack() throws SQLException {
    Clocks clocks =
        new Clocks(
            Map.of(
                "notifier", "+1440m",
                "notifier-2", "-1440m",
                "scheduler", "-1440m",
                "scheduler-2", "+1440m"));
    try (Wave wave = Wave.prepare(folder, order(500).with(clocks))) {
      // rows that will wake in six hours: a clock a day ahead must not wake them
      admin(
          wave.supervisor(),
          """
          update ledger.reminder set wake_at = now() + interval '6 hours'
           where state = 'PLANNED' and wake_at > now() + interval '1 day'
          """);
      long later = wave.planned() - wave.people();
      wave.begin();
      await().atMost(Crowd.PATIENCE).until(() -> wave.told() >= 200);
      // Kafka's client counts its waits by this clock: they last longer by what it jumps back
      clocks.move(
          Map.of(
              "notifier", "+1438m",
              "notifier-2", "-1442m",
              "scheduler", "-1442m",
              "scheduler-2", "+1438m"));
      Tally tally = wave.finish();
      long early = later - wave.planned();
      Figures.record(
          "R13",
          "service clocks 24 h ahead and behind, then 2 min back in the middle",
          0,
          COMMAND,
          "%d of %d later reminders early; %s".formatted(early, later, tally),
          early == 0 && tally.lost() == 0 && tally.extra() == 0);
      assertThat(early).isZero();
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isZero();
    }
  }

  private static WaveOrder order(int people) {
    return WaveOrder.of(Figures.size("clocks", people, people))
        .lasting(Duration.ofSeconds(40))
        .with(Map.of("TERMIN_SCAN_WINDOW", "100"));
  }

  private static void record(String requirement, String title, Tally tally) {
    Figures.record(
        requirement, title, 0, COMMAND, tally.toString(), tally.lost() == 0 && tally.extra() == 0);
    assertThat(tally.lost()).isZero();
    assertThat(tally.extra()).isZero();
  }

  private static void admin(Supervisor supervisor, String sql) throws SQLException {
    try (Connection admin =
            DriverManager.getConnection(
                supervisor.storeUrl(), EmbeddedStore.ADMIN, supervisor.adminPassword());
        Statement statement = admin.createStatement()) {
      System.out.printf("%d rows: %s%n", statement.executeUpdate(sql), sql);
    }
  }

  /** Services with clocks of their own. */
  private final class Clocks implements Launching {
    private final Map<String, Faketime> clocks = new HashMap<>();

    Clocks(Map<String, String> offsets) {
      offsets.forEach(
          (service, offset) -> {
            var clock = Faketime.in(folder, service);
            assumeTrue(clock.isPresent(), "libfaketime is not installed");
            clocks.put(service, clock.get().to(offset));
          });
    }

    void move(Map<String, String> offsets) {
      offsets.forEach((service, offset) -> clocks.get(service).to(offset));
    }

    @Override
    public Launch of(String service, Launch usual) {
      Faketime clock = clocks.get(service);
      return clock == null ? usual : usual.with(clock.environment());
    }
  }
}
