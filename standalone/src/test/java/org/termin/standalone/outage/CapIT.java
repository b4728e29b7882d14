package org.termin.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.guidance.Guidance;
import org.termin.standalone.chaos.PlantedNotifier;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Launching;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;

/**
 * A cap puts off and never silences. A notifier in which it silences is found out by the nightly
 * books, which plan everybody anew and know nothing of caps.
 */
class CapIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=CapIT";
  private static final int DAYS = 450;

  @TempDir Path folder;

  @BeforeEach
  void onlyInFull() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
  }

  /**
   * What the books of a long stretch of time said.
   *
   * @param capped how often a cap objected
   * @param gaps stages that the nightly books found untold
   * @param alarms how often they called for help
   */
  private record Books(double capped, double gaps, double alarms) {}

  @Test
  void aCapThatSkipsIsCaughtByTheBooks() {
    long seed = Figures.seed("caps");
    Books books = books(seed, new PlantedNotifier("cap-skips", folder));
    Figures.record(
        "planted bugs",
        "cap that skips",
        seed,
        COMMAND,
        "caught by the nightly books: %.0f stages not told, alarm raised %.0f times in %d days; caps objected %.0f times"
            .formatted(books.gaps(), books.alarms(), DAYS, books.capped()),
        books.alarms() > 0);
    assertThat(books.capped()).as("caps that objected").isPositive();
    assertThat(books.gaps()).as("stages not told").isPositive();
    assertThat(books.alarms()).as("alarms").isPositive();
  }

  @Test
  void aCapThatPutsOffAlarmsNobody() {
    Books books = books(Figures.seed("caps"), Launching.AS_USUAL);
    assertThat(books.capped()).as("caps that objected").isPositive();
    assertThat(books.gaps()).as("stages not told").isZero();
    assertThat(books.alarms()).as("alarms").isZero();
  }

  private Books books(long seed, Launching notifiers) {
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (Supervisor supervisor =
        Supervisor.start(
            Settings.of(folders, 0)
                .recorded()
                .simulated()
                .with(Newcomers.welcome())
                .with(notifiers))) {
      LedgerEyes eyes = new LedgerEyes(supervisor, folders.keys());
      Recording recording = new Recording(supervisor.management("notifier"));
      LocalDate today = LocalDate.ofInstant(eyes.now(), ZoneOffset.UTC);
      Households invented =
          new Households(new Random(seed), Guidance.load(), today, today.plusDays(DAYS));
      List<Household> people =
          IntStream.range(0, Figures.size("capped", 40, 120)).mapToObj(invented::next).toList();
      new Newcomers(supervisor, folders, recording, eyes).signUp(people);
      recording.advance("P%dD".formatted(DAYS));
      return new Books(
          recording.metric("termin.gate", "rule:one-sms-a-week")
              + recording.metric("termin.gate", "rule:one-a-day"),
          recording.metric("termin.books.gaps"),
          recording.metric("termin.alarm.raised", "name:NOT_TOLD"));
    }
  }
}
