package org.termin.notifier.punctuality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.notifier.punctuality.Ledger.noon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.erasure.Retention;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class PunctualityTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static House house;
  private static Ledger ledger;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
    ledger = new Ledger(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
  }

  private static void look(LocalDate day) {
    house.store().freezeClock(Instant.from(day.atTime(9, 0).atOffset(ZoneOffset.UTC)));
    house.get(Punctuality.class).look();
  }

  /** What the door reads: the week and lane, and what is said of it. */
  private static Map<String, String> said() {
    Map<String, String> said = new HashMap<>();
    house
        .store()
        .jdbc(Role.TRACKER)
        .sql("select week || ' ' || lane, coalesce(in_time::text, 'too few') from wave.punctuality")
        .query((row, _) -> said.put(row.getString(1), row.getString(2)))
        .list();
    return said;
  }

  private static List<LocalDate> looked() {
    return house
        .store()
        .jdbc(Role.TRACKER)
        .sql("select day from wave.counted")
        .query(LocalDate.class)
        .list();
  }

  @Test
  void aWeekIsSaidOnceItsRemindersHaveHadTheirDays() {
    ledger.households(300, 0, MONDAY, MONDAY.plusDays(1));
    ledger.households(200, 1, MONDAY, MONDAY.plusDays(5));
    ledger.households(100, 1, MONDAY.plusDays(6), MONDAY.plusDays(14));
    look(MONDAY.plusDays(8));
    assertThat(said()).doesNotContainKeys("2026-11-02 0", "2026-11-02 1");
    look(MONDAY.plusDays(9));
    assertThat(said()).containsEntry("2026-11-02 0", "95").doesNotContainKey("2026-11-02 1");
    look(MONDAY.plusDays(14));
    assertThat(said()).containsEntry("2026-11-02 0", "95").containsEntry("2026-11-02 1", "50");
    assertThat(looked()).containsExactly(MONDAY.plusDays(14));
  }

  @Test
  void ofFewHouseholdsOnlyThisIsSaid() {
    ledger.households(10, 0, MONDAY, MONDAY);
    look(MONDAY.plusDays(14));
    assertThat(said())
        .containsEntry("2026-11-02 1", "too few")
        .hasSize(2)
        .containsOnlyKeys("2026-11-02 1", "2026-11-02 0");
    assertThat(said()).containsEntry("2026-11-02 0", "too few");
  }

  @Test
  void whatWasSaidDoesNotChangeSoThatNobodyShowsInADifference() {
    // so near to the least that each new draw could fall on either side
    ledger.households(Share.FEWEST_BLURRED, 0, MONDAY, MONDAY);
    look(MONDAY.plusDays(9));
    String first = said().get("2026-11-02 0");
    for (int day = 9; day < 16; day++) {
      for (int again = 0; again < 4; again++) {
        look(MONDAY.plusDays(day));
        assertThat(said()).containsEntry("2026-11-02 0", first);
      }
      ledger.row(UUID.randomUUID(), "QUEUED", 0, 1, noon(MONDAY));
      house
          .store()
          .asAdmin(
              "delete from ledger.attempt where id = (select min(id::text)::uuid from"
                  + " ledger.attempt)");
    }
  }

  @Test
  void aWeekNobodyCountedStaysUnknown() {
    look(MONDAY);
    look(MONDAY.plusDays(35));
    assertThat(said())
        .containsOnlyKeys("2026-10-19 0", "2026-10-19 1", "2026-11-23 0", "2026-11-23 1");
  }

  @Test
  void twoNotifiersSayTheSame() {
    ledger.households(Share.FEWEST_BLURRED, 0, MONDAY, MONDAY);
    try (House other = house.beside()) {
      look(MONDAY.plusDays(9));
      Map<String, String> first = said();
      other.get(Punctuality.class).look();
      assertThat(said()).isEqualTo(first);
    }
  }

  @Test
  void aWeekIsKeptForThirteenMonthsAtMost() {
    house.store().freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    house
        .store()
        .asAdmin(
            """
            insert into wave.punctuality
            select date '2026-11-23' - 7 * w, 0, 95 from generate_series(0, 70) w
            """);
    house.get(Retention.class).sweep();
    assertThat(
            house
                .store()
                .jdbc(Role.TRACKER)
                .sql("select min(week) from wave.punctuality")
                .query(LocalDate.class)
                .single())
        .isEqualTo(LocalDate.of(2026, 11, 23).minusDays(392))
        .isAfterOrEqualTo(LocalDate.of(2026, 11, 23).minusMonths(13));
  }
}
