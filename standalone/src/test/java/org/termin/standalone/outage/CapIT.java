package org.termin.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.standalone.chaos.PlantedNotifier;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Launching;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;

/**
 * A cap puts off and never silences. A notifier in which it silences is found out by the nightly
 * books, which plan everybody anew and know nothing of caps.
 */
class CapIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=CapIT";
  private static final int DAYS = 120;
  private static final int FAMILIES = 4;

  @TempDir Path folder;

  @BeforeEach
  void onlyInFull() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
  }

  @Test
  void aCapThatSkipsIsCaughtByTheBooks() {
    double alarms = alarmsOf(new PlantedNotifier("cap-skips", folder));
    Figures.record(
        "planted bugs",
        "cap that skips",
        0,
        COMMAND,
        "caught by the nightly books: alarm NOT_TOLD raised %.0f times in %d days of %d families"
            .formatted(alarms, DAYS, FAMILIES),
        alarms > 0);
    assertThat(alarms).as("alarms of the books").isPositive();
  }

  @Test
  void aCapThatPutsOffAlarmsNobody() {
    assertThat(alarmsOf(Launching.AS_USUAL)).as("alarms of the books").isZero();
  }

  private double alarmsOf(Launching notifiers) {
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
      List<Household> families =
          IntStream.range(0, FAMILIES).mapToObj(n -> family(n, today.plusDays(200 + n))).toList();
      new Newcomers(supervisor, folders, recording, eyes).signUp(families);
      recording.advance("P%dD".formatted(DAYS));
      assertThat(recording.inbox()).as("messages at all").hasSizeGreaterThan(2 * FAMILIES);
      return recording.metric("termin.alarm.raised", "name:NOT_TOLD");
    }
  }

  /** A phone and ten documents; two have the same date, the others follow day by day. */
  private static Household family(int n, LocalDate first) {
    List<HeldDocument> documents =
        IntStream.rangeClosed(1, 10)
            .mapToObj(
                number ->
                    new HeldDocument(
                        number,
                        1,
                        (number + 1) / 2,
                        number % 2 == 0 ? DocumentType.RESIDENCE_PERMIT : DocumentType.PASSPORT,
                        first.plusDays(3L * (number / 2)),
                        DocumentState.HELD))
            .toList();
    return new Household(
        UUID.randomUUID(),
        ReceiptCode.random(),
        new Situation(new Country("PL"), null, null, documents),
        List.of(Samples.polishPhone(n)));
  }
}
