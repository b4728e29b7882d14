package org.termin.standalone.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.guidance.pack.Packs;
import org.termin.standalone.chaos.PlantedNotifier;
import org.termin.standalone.rest.Recording;
import org.termin.standalone.supervise.Folders;
import org.termin.standalone.supervise.Launch;
import org.termin.standalone.supervise.Launching;
import org.termin.standalone.supervise.RulesRehearsal;
import org.termin.standalone.supervise.Settings;
import org.termin.standalone.supervise.Supervisor;
import org.termin.testkit.Figures;

/**
 * Three countries change their rules; the notifier that tells people is killed in the middle. Who
 * had to be told is told, once; again is nothing; going back tells those who were told.
 */
class RulesDrillIT {
  private static final String NOTIFIER = "notifier";
  private static final List<String> TOUCHED = List.of("ES", "EE", "LT");

  /** First messages, and most of the week they keep others away, lie behind then. */
  private static final int SETTLED = 3;

  /** A week's cap, a Sunday and a holiday may lie before a message. */
  private static final int AFTERWARDS = 11;

  /** Longer than anything takes at full size on a small machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(40);

  @TempDir Path folder;
  private volatile Launching notifier = Launching.AS_USUAL;

  private static Map<String, UnaryOperator<String>> changes() {
    return Map.of(
        "ES", text -> text.replace("by: [P0D]", "by: [P1M]"),
        "EE", text -> text.replace("by: [P2M]", "by: [P75D]").replace("by: [P4M]", "by: [P5M]"),
        "LT", text -> text.replace("LT-RP-WINDOW, by: [P4M]", "LT-RP-WINDOW, by: [P6M]"));
  }

  @Test
  void whoHasToBeToldOfNewRulesIsToldOnceAlthoughANotifierIsKilled() throws IOException {
    int people = Figures.size("residents", 300, 50_000);
    long seed = Figures.seed("rules");
    Folders folders = new Folders(folder.resolve("data"), folder.resolve("keys"));
    Packs released = Packs.load();
    NewEdition next = NewEdition.of(folder, released.version() + 1, changes());
    NewEdition back = NewEdition.of(folder, released.version() + 2, Map.of());
    Settings settings =
        Settings.of(folders, 0)
            .recorded()
            .simulated()
            .with(Map.of("TERMIN_SWEEP_EVERY", "1s"))
            .with((Launching) (service, usual) -> launch(service, usual));
    try (Supervisor supervisor = Supervisor.start(settings)) {
      Ledger ledger = new Ledger(supervisor);
      List<Resident> residents = signUp(supervisor, ledger, people, seed);
      Heard heard = new Heard(new Recording(supervisor.management(NOTIFIER)));
      heard.live(SETTLED);
      toMorning(supervisor, ledger);

      notifier = next.launching();
      List<String> rehearsed = new ArrayList<>();
      int ended = new RulesRehearsal(settings).run(rehearsed::add);
      rehearsed.forEach(System.out::println);
      assertThat(ended).isZero();
      Set<String> expected = told(residents, Expectation.of(released, next.packs()), ledger.now());
      assertThat(total(rehearsed)).isLessThanOrEqualTo(expected.size()).isPositive();

      heard.begin();
      long begun = System.nanoTime();
      killedInTheMiddle(supervisor, ledger, next.packs().version(), people);
      double seconds = (System.nanoTime() - begun) / 1e9;
      heard.live(AFTERWARDS);
      Outcome first = Outcome.of(heard, expected, 2);

      long versions = ledger.versions();
      restart(supervisor);
      heard.begin();
      heard.live(1);
      assertThat(heard.changes()).as("told again by the same rules").isEmpty();
      assertThat(ledger.versions()).isEqualTo(versions);

      toMorning(supervisor, ledger);
      notifier = back.launching();
      Set<String> corrected =
          told(residents, Expectation.of(next.packs(), back.packs()), ledger.now());
      heard.begin();
      restart(supervisor);
      adopted(ledger, back.packs().version());
      heard.live(AFTERWARDS);
      Outcome second = Outcome.of(heard, corrected, 3);
      heard.samples().values().forEach(System.out::println);

      report(people, seed, seconds, first, second);
    }
  }

  private Launch launch(String service, Launch usual) {
    return service.equals(NOTIFIER) ? notifier.of(service, usual) : usual;
  }

  private List<Resident> signUp(Supervisor supervisor, Ledger ledger, int people, long seed)
      throws IOException {
    List<String> all = new TreeSet<>(codes()).stream().toList();
    LocalDate today = LocalDate.ofInstant(ledger.now(), ZoneOffset.UTC);
    List<Resident> residents = Resident.invent(people, new Random(seed), TOUCHED, all, today);
    Path file = folder.resolve("residents");
    Files.write(file, residents.stream().map(Resident::line).toList());
    PlantedNotifier signing = new PlantedNotifier("residents", folder);
    notifier =
        (service, usual) ->
            signing.of(service, usual).with(Map.of("TERMIN_CHAOS_RESIDENTS", file.toString()));
    restart(supervisor);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> ledger.count("select count(*) from people.record") == people);
    notifier = Launching.AS_USUAL;
    restart(supervisor);
    return residents;
  }

  private static Set<String> codes() {
    return Packs.load().countries().keySet().stream()
        .map(country -> country.code())
        .collect(Collectors.toSet());
  }

  /** So early that everybody has the same date, also in an hour. */
  private static void toMorning(Supervisor supervisor, Ledger ledger) {
    Instant now = ledger.now();
    Instant morning =
        LocalDate.ofInstant(now, ZoneOffset.UTC)
            .plusDays(1)
            .atTime(LocalTime.of(5, 0))
            .toInstant(ZoneOffset.UTC);
    new Recording(supervisor.management(NOTIFIER))
        .advance(Duration.between(now, morning).toString());
  }

  private static Set<String> told(List<Resident> residents, Expectation expectation, Instant now) {
    return residents.stream()
        .filter(one -> expectation.tells(one, one.today(now)))
        .map(Resident::contact)
        .collect(Collectors.toSet());
  }

  private void killedInTheMiddle(Supervisor supervisor, Ledger ledger, int edition, int people) {
    supervisor.stop(NOTIFIER);
    supervisor.restart(NOTIFIER);
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(20))
        .until(() -> ledger.under(edition) >= people / 3);
    supervisor.kill(NOTIFIER);
    long done = ledger.under(edition);
    System.out.printf("killed after %d of %d people%n", done, people);
    assertThat(done).as("people at the kill").isLessThan(people);
    supervisor.restart(NOTIFIER);
    adopted(ledger, edition);
  }

  private static void adopted(Ledger ledger, int edition) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(500))
        .until(
            () ->
                ledger.count(
                        "select count(*) from people.record where planned_guidance < " + edition)
                    == 0);
  }

  private static void restart(Supervisor supervisor) {
    supervisor.stop(NOTIFIER);
    supervisor.restart(NOTIFIER);
  }

  /** Who would be told, without the countries whose numbers are not printed. */
  private static int total(List<String> lines) {
    String all = lines.stream().filter(line -> line.startsWith("all ")).findFirst().orElseThrow();
    return Integer.parseInt(all.substring(all.length() - 13).strip().replace("+", ""));
  }

  private static void report(int people, long seed, double seconds, Outcome first, Outcome second) {
    boolean pass = first.isExact() && second.isExact();
    Figures.record(
        "rules",
        "three countries change, a notifier is killed",
        seed,
        "mvn -Preliability verify -pl standalone -am -Dit.test=RulesDrillIT -Dchaos.seed=" + seed,
        "%d residents, planned anew in %.0f s with the kill; change: %s; again: nothing; back: %s"
            .formatted(people, seconds, first, second),
        pass);
    assertThat(first.faults()).isEmpty();
    assertThat(second.faults()).isEmpty();
    assertThat(first.expected()).isPositive();
    assertThat(second.expected()).isPositive();
  }
}
