package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.erasure.Retention;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class OptOutsTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);
  private static final LocalDate DAY = RELEASE.minusDays(17);
  private static House house;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
  }

  /** So many were written to, and so many of them said stop and are gone. */
  private static void households(int many, int stopped) {
    Written written = new Written(house);
    for (int one = 0; one < many; one++) {
      UUID id = UUID.randomUUID();
      written.to(id, DAY);
      if (one < stopped) {
        house.get(Keyring.class).stops().stopped(DAY, id, 0);
      }
    }
  }

  private static void look(House by, LocalDate day) {
    house.store().freezeClock(Instant.from(day.atTime(9, 0).atOffset(ZoneOffset.UTC)));
    by.get(OptOuts.class).look();
  }

  private static List<String> said(Role reader) {
    return house
        .store()
        .jdbc(reader)
        .sql(
            """
            select released || ' ' || coalesce(of_hundred::text, 'too few') from wave.opt_out
             order by released
            """)
        .query(String.class)
        .list();
  }

  @Test
  void aReleaseSaysRoughlyHowManyOfAHundredSaidStop() {
    // whatever is drawn
    households(1_200, 300);
    look(house, RELEASE);
    assertThat(said(Role.TRACKER)).containsExactly("2026-11-09 10");
    assertThat(said(Role.ORGANISER_RO)).containsExactly("2026-11-09 10");
  }

  @Test
  void ofFewHouseholdsOnlyThisIsSaid() {
    households(200, 100);
    look(house, RELEASE);
    assertThat(said(Role.TRACKER)).containsExactly("2026-11-09 too few");
  }

  @Test
  void whatWasSaidDoesNotChangeWhoeverStopsAfterwards() {
    // so near to the least that each new draw could fall on either side
    households(StopShare.FEWEST_BLURRED, 20);
    look(house, RELEASE);
    List<String> first = said(Role.TRACKER);
    assertThat(first).hasSize(1);
    households(5, 5);
    try (House other = house.beside()) {
      for (int day = 0; day < 6; day++) {
        look(house, RELEASE.plusDays(day));
        look(other, RELEASE.plusDays(day));
        assertThat(said(Role.TRACKER)).isEqualTo(first);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"0,true", "5,true", "6,false", "27,false"})
  void aReleaseIsCountedWhileAllItsMessagesAreKeptAndNotMadeUpLater(int after, boolean counted) {
    look(house, RELEASE.plusDays(after));
    assertThat(said(Role.TRACKER).equals(List.of("2026-11-09 too few"))).isEqualTo(counted);
    assertThat(said(Role.TRACKER).isEmpty()).isNotEqualTo(counted);
  }

  @Test
  void aReleaseIsKeptForTwoYears() {
    look(house, RELEASE);
    house.store().freezeClock(Instant.parse("2028-11-06T09:00:00Z"));
    house.get(Retention.class).sweep();
    assertThat(said(Role.TRACKER)).hasSize(1);
    house.store().freezeClock(Instant.parse("2028-11-07T09:00:00Z"));
    house.get(Retention.class).sweep();
    assertThat(said(Role.TRACKER)).isEmpty();
  }
}
