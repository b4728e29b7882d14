package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Records;
import org.termin.testkit.Figures;
import org.termin.testkit.InventedResidents;
import org.termin.testkit.LiveHeap;
import org.termin.testkit.TestStore;

/** What a release costs with very many residents, beside opening all their records and no more. */
class LargeReleaseTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 9);
  private static final Instant NOW = DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
  private static House house;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
    house.store().freezeClock(NOW);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  /** Everything is drawn at the next release, as on the day on which the turns of all meet. */
  private static void everyTurnIsDue() {
    for (int n = Grid.TURNS; n > 0; n--) {
      house.store().freezeClock(NOW.minus(Duration.ofDays(28L * n)));
      house.get(Waves.class).look();
    }
    house.store().freezeClock(NOW);
    house.store().asAdmin("update wave.draw set drawn = '%s'".formatted(DAY.minusDays(112)));
  }

  private static void moveIn(int households, long seed) throws SQLException {
    try (Connection store = house.store().dataSource(Role.NOTIFIER).getConnection()) {
      new InventedResidents(house.get(Keyring.class).newest(), DAY, seed)
          .moveInto(store, households);
    }
    house.store().asAdmin("analyze people.record");
  }

  private static Duration opened() {
    Records records = house.get(Records.class);
    long begin = System.nanoTime();
    UUID after = new UUID(0, 0);
    List<UUID> ids = records.livingAfter(after, 500);
    while (!ids.isEmpty()) {
      records.open(ids);
      ids = records.livingAfter(ids.getLast(), 500);
    }
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  private record Cost(Duration opened, Duration released, long heap, int cells) {
    String said(int households) {
      return String.format(
          Locale.ROOT,
          "%,d households: %.1f s, %.2f of opening them (%.1f s), live heap at most %d MB, %,d"
              + " figures",
          households,
          released.toMillis() / 1e3,
          (double) released.toMillis() / opened.toMillis(),
          opened.toMillis() / 1e3,
          heap >> 20,
          cells);
    }
  }

  private static Cost release() {
    house.store().asAdmin("delete from wave.release where released = '%s'".formatted(DAY));
    house.store().asAdmin("update wave.draw set drawn = '%s'".formatted(DAY.minusDays(112)));
    Duration before = opened();
    long begin;
    long end;
    long live;
    try (LiveHeap heap = LiveHeap.watch()) {
      begin = System.nanoTime();
      house.get(Waves.class).look();
      end = System.nanoTime();
      live = heap.most();
    }
    Duration opening = before.plus(opened()).dividedBy(2);
    return new Cost(opening, Duration.ofNanos(end - begin), live, cells());
  }

  private static int cells() {
    return house
        .db()
        .sql(
            """
            select (select count(*) from wave.cell where released = :day)
                 + (select count(*) from wave.community_cell where released = :day)
                 + (select count(*) from wave.report_cell where released = :day)
            """)
        .param("day", DAY)
        .query(Integer.class)
        .single();
  }

  @Test
  void readsEverybodyOnceAndHoldsNobody() throws SQLException {
    InventedResidents.codes()
        .forEach(
            code ->
                house
                    .db()
                    .sql("insert into organiser.community (id, join_code) values (?, ?)")
                    .params(UUID.randomUUID(), code.value())
                    .update());
    everyTurnIsDue();
    int many = Figures.size("release", 3_000, 500_000);
    long seed = Figures.seed("release");
    moveIn(many / 10, seed);
    Cost tenth = release();
    moveIn(many - many / 10, seed + 1);
    Cost all = release();
    Figures.record(
        "S17",
        "A release of waves, with everything drawn at once",
        seed,
        "mvn -Preliability -pl notifier -am verify -Dtest=LargeReleaseTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        tenth.said(many / 10) + "; " + all.said(many),
        all.cells() > 0);
    assertThat(all.cells()).isPositive().isGreaterThanOrEqualTo(tenth.cells() / 2);
  }
}
