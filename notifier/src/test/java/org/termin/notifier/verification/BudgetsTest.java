package org.termin.notifier.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.BudgetKeys.Scope;
import org.termin.contract.words.Contact;
import org.termin.guidance.Guidance;
import org.termin.notifier.Rooms;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.verification.AtOnce.Notice.About;
import org.termin.notifier.verification.Budgets.Claim;
import org.termin.notifier.verification.Costs.Room;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class BudgetsTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);
  private static TestStore store;
  private static Rooms rooms;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms =
        Rooms.on(
            store,
            new Guidance(1, Map.of()),
            Map.of("termin.codes.country", "25", "termin.codes.money", "16000"));
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void empty() {
    store.clear();
  }

  private static Claim claim(String value, long most, long amount) {
    return new Claim(Scope.CODE_DESTINATION, value, DAY, most, amount);
  }

  private static Optional<Room> cost(Contact contact, Instant at) {
    return rooms.get(Costs.class).refused(contact, at);
  }

  @Test
  void aBudgetIsNeverOverdrawnByManyAtOnce() throws Exception {
    Budgets budgets = rooms.get(Budgets.class);
    try (var pool = Executors.newFixedThreadPool(8)) {
      List<Callable<Boolean>> takers =
          IntStream.range(0, 60)
              .<Callable<Boolean>>mapToObj(
                  n ->
                      () ->
                          budgets
                              .refused(List.of(claim("a", 10, 1), claim("own" + n, 3, 1)), NOON)
                              .isEmpty())
              .toList();
      long taken =
          pool.invokeAll(takers).stream().map(Future::resultNow).filter(took -> took).count();
      assertThat(taken).isEqualTo(10);
    }
  }

  @Test
  void allAreTakenOrNone() {
    Budgets budgets = rooms.get(Budgets.class);
    assertThat(budgets.refused(List.of(claim("empty", 0, 1), claim("full", 1, 1)), NOON))
        .isPresent();
    assertThat(budgets.refused(List.of(claim("full", 1, 1)), NOON)).isEmpty();
    assertThat(budgets.refused(List.of(claim("full", 1, 1)), NOON)).isPresent();
  }

  @Test
  void aChangeOfKeysInTheMiddleOfADayGivesNobodyMore() {
    Budgets budgets = rooms.get(Budgets.class);
    Claim money = claim("across", 3, 1);
    assertThat(budgets.refused(List.of(money), NOON)).isEmpty();
    rooms.get(Keyring.class).next((_, _) -> true);
    assertThat(budgets.refused(List.of(money), NOON)).isEmpty();
    assertThat(budgets.hasRoom(money, NOON)).isTrue();
    rooms.get(Keyring.class).next((_, _) -> true);
    assertThat(budgets.refused(List.of(money), NOON)).isEmpty();
    assertThat(budgets.hasRoom(money, NOON)).isFalse();
    assertThat(budgets.refused(List.of(money), NOON)).isPresent();
    budgets.giveBack(money, NOON);
    assertThat(budgets.refused(List.of(money), NOON)).isEmpty();
    assertThat(budgets.refused(List.of(money), NOON)).isPresent();
  }

  @Test
  void aNewWindowHasRoomAgain() {
    Budgets budgets = rooms.get(Budgets.class);
    assertThat(budgets.refused(List.of(claim("a", 1, 1)), NOON)).isEmpty();
    assertThat(budgets.refused(List.of(claim("a", 1, 1)), NOON.plusSeconds(43_199))).isPresent();
    assertThat(budgets.refused(List.of(claim("a", 1, 1)), NOON.plusSeconds(43_200))).isEmpty();
  }

  @Test
  void aPrefixGetsTenAnHourAndTheNextHourTenMore() {
    long sent =
        IntStream.range(0, 15).filter(n -> cost(Samples.polishPhone(n), NOON).isEmpty()).count();
    assertThat(sent).isEqualTo(10);
    Room room = cost(Samples.polishPhone(99), NOON).orElseThrow();
    assertThat(room.from()).isEqualTo(Instant.parse("2026-11-23T13:00:00Z"));
    assertThat(cost(Samples.polishPhone(99), room.from())).isEmpty();
  }

  @Test
  void moneyIsOneBudgetForAllCountries() {
    // 16,000 at 800 each: twenty a day, wherever they go
    long sent =
        IntStream.range(0, 40)
            .filter(
                n ->
                    cost(
                            n % 2 == 0 ? Samples.polishPhone(n) : Samples.spanishPhone(n),
                            NOON.plus(Duration.ofHours(n / 10)))
                        .isEmpty())
            .count();
    assertThat(sent).isEqualTo(20);
    Room room = cost(Samples.polishPhone(500), NOON.plus(Duration.ofHours(5))).orElseThrow();
    assertThat(room.to()).isBeforeOrEqualTo(NOON.plus(Duration.ofHours(72)));
  }

  /** Somebody may confirm phones of a rented range and cause warnings there to be paid for them. */
  @Test
  void aRangeGetsTenWarningsOfAKindADayAndThenWhatPagesMaySend() {
    WarningCosts costs = rooms.get(WarningCosts.class);
    long replaced =
        IntStream.range(0, 50)
            .filter(n -> costs.takes(Samples.polishPhone(n), About.CONTACT_REPLACED, NOON))
            .count();
    assertThat(replaced).as("ten of its own, ten an hour of the pages'").isEqualTo(20);
    long changed =
        IntStream.range(0, 50)
            .filter(n -> costs.takes(Samples.polishPhone(n), About.CHANGED_ON_PAGE, NOON))
            .count();
    assertThat(changed).as("the other kind has its own").isEqualTo(10);
    assertThat(costs.takes(Samples.spanishPhone(1), About.CONTACT_REPLACED, NOON)).isTrue();
  }

  @Test
  void codesLeaveTheWarningsTheirs() {
    IntStream.range(0, 30).forEach(n -> cost(Samples.polishPhone(n), NOON));
    assertThat(cost(Samples.polishPhone(99), NOON)).isPresent();
    assertThat(
            rooms
                .get(WarningCosts.class)
                .takes(Samples.polishPhone(99), About.CONTACT_REPLACED, NOON))
        .isTrue();
  }

  @Test
  void mailCostsNoMoney() {
    IntStream.range(0, 50).forEach(n -> assertThat(cost(Samples.mail(n), NOON)).isEmpty());
  }

  @Test
  void noContactStandsInATable() {
    cost(Samples.polishPhone(7), NOON);
    String dump =
        rooms
            .db()
            .sql("select string_agg(encode(key, 'escape'), ',') from people.budget")
            .query(String.class)
            .single();
    assertThat(dump).doesNotContain("48512");
  }
}
