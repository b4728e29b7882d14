package org.termin.standalone.watched;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.standalone.Crowd;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.sms.Script;

/**
 * The dashboard during a wave in which things go wrong; {@code -Dtermin.write=true} keeps its
 * picture.
 */
class DashboardIT {
  private static final Path PICTURE = Figures.project().resolve("docs/images/dashboard.png");
  private static final Duration BEFORE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aWaveIsSeenFromItsFirstReminderToItsLast() {
    assumeTrue(
        Figures.full() || Boolean.getBoolean("termin.write"), "runs in the profile reliability");
    int people = Figures.size("watched", 900, 1_500);
    Map<String, String> settings = new HashMap<>();
    settings.put("TERMIN_WATCH_EVERY", "5s");
    settings.put("TERMIN_SMS_RATE", "8");
    settings.put("TERMIN_SCAN_WINDOW", "400");
    settings.put("TERMIN_CIRCUIT_PROBE", "2s");
    settings.put("TERMIN_CIRCUIT_LONGEST", "10s");
    settings.put("TERMIN_CIRCUIT_REST", "10s");
    settings.put("TERMIN_REMINDERS_MONEY", "4000000");
    Instant begun = Clock.systemUTC().instant();
    try (Watched all = Watched.start(folder, Duration.ofSeconds(5), settings)) {
      all.termin.stop("scheduler");
      all.crowd.signUp(0, people, LocalDate.now(Clock.systemUTC()));
      all.crowd.confirm();
      all.termin.restart("scheduler");
      told(all, people / 4);
      all.provider.answersEverybody(Script.unauthorized());
      await()
          .atMost(Crowd.PATIENCE)
          .until(() -> all.prometheus.firing().contains("CHANNEL_CLOSED"));
      all.provider.answersEverybody(Script.accept());
      told(all, people / 2);
      all.termin.kill(Supervisor.KAFKA);
      await().atMost(Crowd.PATIENCE).until(() -> all.prometheus.firing().contains("BUS_AWAY"));
      all.termin.restart(Supervisor.KAFKA);
      told(all, people);
      await().atMost(Crowd.PATIENCE).until(() -> all.prometheus.firing().isEmpty());
      Drawing drawing =
          new Drawing(
              all.prometheus,
              begun.minus(BEFORE).getEpochSecond(),
              Clock.systemUTC().instant().getEpochSecond());
      drawing.to(Boolean.getBoolean("termin.write") ? PICTURE : folder.resolve("dashboard.png"));
      assertThat(drawing.empty()).containsExactly("Last backup");
    }
  }

  private static void told(Watched all, int people) {
    await()
        .atMost(Crowd.PATIENCE)
        .until(
            () ->
                all.crowd.count(
                        "select count(*) from ledger.reminder where state in ('ACCEPTED',"
                            + " 'DELIVERED')")
                    >= people);
  }
}
