package org.termin.standalone.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.guidance.Guidance;
import org.termin.standalone.outage.LedgerEyes.Row;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.rest.Recording.Seen;
import org.termin.standalone.rest.Recording.Told;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;

/**
 * R5: everything stands still for an hour, three days, a month. Whoever should have heard from us
 * hears once, by day, what is right then.
 */
class OutageIT {

  /** First messages, and the week they keep others away, lie behind then. */
  private static final int SETTLED = 11;

  /** A week's cap, a Sunday and a holiday may lie between the end of an outage and a message. */
  private static final Duration AFTERWARDS = Duration.ofDays(10);

  private final Guidance guidance = Guidance.load();

  @TempDir Path folder;

  /** An hour in the middle of the daytime band of Europe; the others begin and end at night. */
  record Outage(String name, Duration time, LocalTime begin) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Outage> outages() {
    Outage threeDays = new Outage("72 hours", Duration.ofHours(72), LocalTime.of(3, 0));
    return Figures.full()
        ? Stream.of(
            new Outage("30 days", Duration.ofDays(30), LocalTime.of(3, 0)),
            new Outage("1 hour", Duration.ofHours(1), LocalTime.of(11, 30)),
            threeDays)
        : Stream.of(threeDays);
  }

  @ParameterizedTest
  @MethodSource("outages")
  void afterAnOutageEverybodyHearsOnceWhatIsRightThen(Outage outage) {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    int people = Figures.size("outage", 24, 1_000);
    long seed = Figures.seed("outage");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    try (Supervisor supervisor =
        Supervisor.start(
            Settings.of(folders, 0).recorded().simulated().with(Newcomers.welcome()))) {
      LedgerEyes eyes = new LedgerEyes(supervisor, folders.keys());
      Recording recording = new Recording(supervisor.management("notifier"));
      LocalDate first = LocalDate.ofInstant(eyes.now(), ZoneOffset.UTC).plusDays(SETTLED);
      Instant down = first.atTime(outage.begin()).toInstant(ZoneOffset.UTC);
      Households invented =
          new Households(
              new Random(seed),
              guidance,
              first,
              LocalDate.ofInstant(down.plus(outage.time()), ZoneOffset.UTC));
      List<Household> households = new ArrayList<>();
      for (int n = 0; n < people; n++) {
        households.add(invented.next(n));
      }
      new Newcomers(supervisor, folders, recording, eyes).signUp(households);
      recording.advance(Duration.between(eyes.now(), down).toString());

      stopEverything(supervisor);
      eyes.pass(outage.time());
      Map<UUID, Map<Told, Row>> before = eyes.rows(households);
      Instant back = eyes.now();
      startEverything(supervisor);
      recording.advance(AFTERWARDS.toString());

      Map<UUID, Map<Told, Row>> after = eyes.rows(households);
      List<Seen> seen = recording.inbox();
      Aftermath aftermath = new Aftermath(guidance, back);
      for (Household household : households) {
        aftermath.add(
            household,
            before.getOrDefault(household.id(), Map.of()),
            after.getOrDefault(household.id(), Map.of()),
            seen.stream().filter(message -> household.owns(message.to())).toList());
      }
      report(outage, people, seed, aftermath);
    }
  }

  private static void report(Outage outage, int people, long seed, Aftermath aftermath) {
    boolean pass = aftermath.faults().isEmpty() && aftermath.waiting() > 0;
    Figures.record(
        "R5",
        "everything down for " + outage,
        seed,
        "mvn -Preliability -pl standalone -am verify -Dit.test=OutageIT -Dchaos.seed=" + seed,
        "%d people, %d with something due meanwhile; messages about it per person %s; local hours %s; %d days and dates read in the texts, %d faults"
            .formatted(
                people,
                aftermath.waiting(),
                aftermath.messages(),
                aftermath.hours(),
                aftermath.daysRead(),
                aftermath.faults().size()),
        pass);
    assertThat(aftermath.faults()).isEmpty();
    assertThat(aftermath.waiting()).as("people whose day it was").isPositive();
    assertThat(aftermath.daysRead()).isPositive();
  }

  private static void stopEverything(Supervisor supervisor) {
    supervisor.stop("scheduler");
    supervisor.stop("notifier");
    supervisor.kill(Supervisor.KAFKA);
  }

  private static void startEverything(Supervisor supervisor) {
    supervisor.restart(Supervisor.KAFKA);
    supervisor.restart("notifier");
    supervisor.restart("scheduler");
  }
}
