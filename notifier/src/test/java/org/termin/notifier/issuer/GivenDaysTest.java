package org.termin.notifier.issuer;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.Guidance;
import org.termin.guidance.edition.Edition;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.pack.Packs;
import org.termin.guidance.rule.Claim;
import org.termin.guidance.rule.Closing;
import org.termin.guidance.rule.Confidence;
import org.termin.guidance.rule.Opening;
import org.termin.guidance.rule.Pack;
import org.termin.guidance.rule.Route;
import org.termin.guidance.rule.Window;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.issuer.Patterns.Guess;
import org.termin.notifier.issuer.Residents.Reach;
import org.termin.notifier.issuer.StolenRows.Mark;
import org.termin.notifier.issuer.Theft.Success;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.SecretDays;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/**
 * S5 under a rule that ends on a day everybody can read: most rows of a passport then stand on that
 * day, and whoever subtracts it has the days by which they were moved.
 */
class GivenDaysTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate RULE_ENDS = LocalDate.of(2028, 6, 30);
  private static final double EXACT_DAY = 1 / 7.0 + 0.01;
  private static final Country POLAND = new Country("PL");

  private static final Map<UUID, LocalDate> ENDS = new HashMap<>();
  private static final Map<UUID, Guess> SECRETS = new HashMap<>();
  private static final Map<UUID, Set<Mark>> ROWS = new HashMap<>();
  private static Rooms rooms;
  private static StateRegister register;
  private static Patterns patterns;

  @BeforeAll
  static void steal() {
    long seed = Figures.seed("given");
    int people = Figures.size("given", 200, 2_000);
    Guidance rules = new Guidance(1, Map.of(POLAND, poland()));
    rooms =
        Rooms.on(
            TestStore.fresh(),
            rules,
            Map.of("termin.codes.prefix", "100000", "termin.codes.country", "100000"));
    rooms.store().freezeClock(NOW);
    register = new StateRegister(seed, TODAY, 4 * people);
    Edition edition = new Edition(Packs.load(), rules);
    patterns = new Patterns(edition, TODAY, TODAY, Shift.MOST_DAYS + 1);
    register.families().stream()
        .map(family -> family.ends().getFirst())
        .filter(end -> end.isAfter(RULE_ENDS))
        .limit(people)
        .forEach(GivenDaysTest::comes);
    StolenRows stolen = StolenRows.from(rooms.store()).after(TODAY);
    stolen
        .opened(rooms.get(Keyring.class))
        .forEach((row, ref) -> ROWS.computeIfAbsent(ref.registration(), _ -> new HashSet<>()));
    var truth = stolen.opened(rooms.get(Keyring.class));
    stolen
        .rows()
        .forEach(
            row -> {
              var ref = truth.get(row.id());
              if (ref.document() == 1) {
                ROWS.get(ref.registration()).add(StolenRows.mark(row));
              }
            });
  }

  private static void comes(LocalDate end) {
    ReceiptCode code = ReceiptCode.random();
    UUID id =
        rooms.post(Samples.register(code, Samples.passport("PL", end), Samples.mail(ENDS.size())));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
    Person person = rooms.get(Records.class).open(id).here().orElseThrow();
    var passport = person.content().situation().documents().getFirst();
    LedgerKeys keys = rooms.get(Keyring.class).ledger();
    ENDS.put(id, end);
    SECRETS.put(
        id,
        new Guess("PL", Reach.MAIL, SecretDays.of(keys, person, passport))
            .givenBy(SecretDays.ofGivenDays(keys, person, passport)));
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  /** One route for passports, announced until a day, and then nobody knows. */
  private static Pack poland() {
    return new Pack(
        POLAND,
        TODAY,
        null,
        List.of(
            new Route(
                "INVENTED",
                DocumentType.PASSPORT,
                Set.of(),
                claim("ROUTE", RULE_ENDS),
                new Window(
                    new Opening.NoLimit(),
                    new Closing.Before(claim("CLOSES", null), List.of(Period.ZERO)),
                    null),
                false,
                false,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null)),
        List.of(),
        List.of());
  }

  private static Claim claim(String id, @Nullable LocalDate until) {
    return new Claim(
        id,
        List.of(URI.create("https://example.org/" + id)),
        TODAY,
        Confidence.HIGH,
        false,
        null,
        until);
  }

  @Test
  void theIssuerKnowsTheRowsOfEverybodyWhoseSecretDaysItKnows() {
    ROWS.forEach(
        (id, rows) -> assertThat(patterns.marks(ENDS.get(id), SECRETS.get(id))).containsAll(rows));
  }

  @Test
  void theDayOnWhichARuleEndsDoesNotTellTheSecretDays() {
    Success success = guessed(ROWS, patterns.guessesWithGivenDays("PL"));
    System.out.println("rows on the day a rule ends, days of their own: " + success);
    assertThat(success.share()).isLessThanOrEqualTo(EXACT_DAY + success.give());
  }

  @Test
  void itToldThemWhereAllRowsWereMovedByTheSameDays() {
    Map<UUID, Set<Mark>> planted = new HashMap<>();
    SECRETS.forEach(
        (id, guess) ->
            planted.put(
                id, Set.copyOf(patterns.marks(ENDS.get(id), guess.givenBy(guess.moved())))));
    List<Guess> same =
        patterns.guesses().stream().filter(guess -> guess.country().equals("PL")).toList();
    Success success = guessed(planted, same);
    System.out.println("rows on the day a rule ends, planted, moved by the same days: " + success);
    assertThat(success.share()).isGreaterThan(0.9);
  }

  private static Success guessed(Map<UUID, Set<Mark>> rows, List<Guess> guesses) {
    ExactDay exact = new ExactDay(patterns, register.ending());
    List<Mark> all = new ArrayList<>();
    rows.values().forEach(all::addAll);
    exact.study(all, guesses);
    int right = 0;
    for (Map.Entry<UUID, Set<Mark>> one : rows.entrySet()) {
      right += exact.ofDocument(one.getValue(), guesses).equals(ENDS.get(one.getKey())) ? 1 : 0;
    }
    return new Success(right, rows.size());
  }
}
