package org.termin.notifier.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.HeldDocument;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.pack.Packs;
import org.termin.notifier.Rooms;
import org.termin.notifier.issuer.Residents.Resident;
import org.termin.notifier.issuer.StolenRows.Row;
import org.termin.notifier.issuer.Theft.Days;
import org.termin.notifier.issuer.Theft.Success;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.Mixing;
import org.termin.notifier.plan.SecretDays;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Figures;
import org.termin.testkit.TestStore;

/**
 * S5: the state that issued the passports has its register, the published rules and a stolen disk
 * without keys. It looks for exact days and for households. Everybody has passports only, because
 * of other documents it knows less.
 */
class IssuerProofTest {
  private static final Instant FIRST = Instant.parse("2026-11-23T09:00:00Z");
  private static final int A_DAY = 30;

  /** Whoever came within a month may lack the stage that is quiet at first. */
  private static final int QUIET = 31;

  private static final double EXACT_DAY = 1 / 7.0 + 0.01;
  private static final double HOUSEHOLD = 0.01;
  private static final Map<String, Object> UNLIMITED_CODES =
      Map.of(
          "termin.codes.prefix", "100000",
          "termin.codes.country", "100000",
          "termin.codes.money", "1000000000");
  private static final String COMMAND =
      "mvn -Preliability verify -pl notifier -am -Dtest.heap=3g -Dtest=IssuerProofTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Dchaos.seed=";

  private static long seed;
  private static Rooms rooms;
  private static Patterns patterns;
  private static Patterns unmoved;
  private static Designs designs;
  private static Theft theft;

  @BeforeAll
  static void steal() {
    seed = Figures.seed("issuer");
    int people = Figures.size("issuer", 1_000, 10_000);
    int days = Math.max(1, people / A_DAY);
    LocalDate last = LocalDate.ofInstant(FIRST, ZoneOffset.UTC).plusDays(days);
    StateRegister register = new StateRegister(seed, last, 20 * people);
    Edition edition = Edition.of(Packs.load());
    rooms = Rooms.on(TestStore.fresh(), edition, UNLIMITED_CODES);
    Mixing mixing = rooms.get(Mixing.class);
    Map<UUID, Resident> residents =
        new Residents(rooms, seed, Residents.LAST_NIGHTS)
            .come(register.families(), people, days, FIRST, mixing::mixIfManyAreNew, mixing::mix);
    StolenRows stolen = StolenRows.from(rooms.store()).after(last.plusDays(QUIET));
    Map<UUID, Ref> truth = stolen.opened(rooms.get(Keyring.class));
    patterns = new Patterns(edition, last, last.plusDays(QUIET), Shift.MOST_DAYS + 1);
    unmoved = new Patterns(edition, last, last.plusDays(QUIET), 1);
    designs = new Designs(patterns, truth, residents, secrets(residents));
    theft = new Theft(register, patterns, stolen, truth, residents);
  }

  private static Map<UUID, Map<Integer, Integer>> secrets(Map<UUID, Resident> residents) {
    LedgerKeys keys = rooms.get(Keyring.class).ledger();
    Map<UUID, Map<Integer, Integer>> secrets = new HashMap<>();
    for (UUID id : residents.keySet()) {
      Person person = rooms.get(Records.class).open(id).here().orElseThrow();
      Map<Integer, Integer> own = new HashMap<>();
      for (HeldDocument document : person.content().situation().documents()) {
        own.put(document.number(), SecretDays.of(keys, person, document));
      }
      secrets.put(id, own);
    }
    return secrets;
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @Test
  void anExactDayIsGuessedOneTimeInSevenAtMost() {
    Days days = theft.days();
    boolean pass = isWithin(days.row(), EXACT_DAY) && isWithin(days.document(), EXACT_DAY);
    record(
        "the exact last day of a passport, from a disk without keys",
        "right from one row %s, from all rows of a passport %s; without the disk %s"
            .formatted(days.row(), days.document(), theft.withoutDump()),
        pass);
    assertThat(pass).as("%s", days).isTrue();
  }

  @Test
  void hardlyAnyHouseholdIsFoundInTheRegister() {
    Success named = theft.households();
    boolean pass = isWithin(named, HOUSEHOLD);
    record(
        "households named from a register of twenty times as many",
        "named with every second name right %s".formatted(named),
        pass);
    assertThat(pass).as("%s", named).isTrue();
  }

  @Test
  void daysThatAreNotMovedAreRead() {
    Days days = theft.planted(unmoved, designs.withoutSecretDays()).days();
    System.out.println("planted, no secret days: " + days);
    assertThat(days.document().share()).isGreaterThan(0.9);
    assertThat(days.row().share()).isGreaterThan(EXACT_DAY);
  }

  @Test
  void rowsInTheOrderOfTheirWritingNameHouseholds() {
    assertThat(named("never mixed", designs.inOrder()).share()).isGreaterThan(2 * HOUSEHOLD);
  }

  @Test
  void mixingNewcomersAmongThemselvesNamesHouseholds() {
    UnaryOperator<Row> before =
        row -> designs.mixedByTheDay().apply(designs.movedTogether().apply(row));
    assertThat(named("newcomers mixed by the day", before).share()).isGreaterThan(2 * HOUSEHOLD);
  }

  /** Only where few people are: among ten thousand there is a double of nearly everybody. */
  @Test
  void movingAHouseholdTogetherNamesItInASmallHouse() {
    Success named = named("moved together", designs.movedTogether());
    if (!Figures.full()) {
      assertThat(named.share()).isGreaterThan(2 * HOUSEHOLD);
    }
  }

  private static Success named(String name, UnaryOperator<Row> design) {
    Success named = theft.planted(patterns, design).households();
    System.out.printf("planted, %s: households named %s%n", name, named);
    return named;
  }

  /** A small run is a small sample: there the limit may be missed by what chance explains. */
  private static boolean isWithin(Success success, double limit) {
    return success.share() <= limit + (Figures.full() ? 0 : success.give());
  }

  private static void record(String title, String figure, boolean pass) {
    Figures.record("S5", title, seed, COMMAND + seed, figure, pass);
  }
}
