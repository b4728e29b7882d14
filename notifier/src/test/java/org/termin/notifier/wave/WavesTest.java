package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;
import static org.termin.contract.words.DocumentType.RESIDENCE_PERMIT;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.JoinCode;
import org.termin.contract.words.RecordState;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.erasure.Retention;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class WavesTest {
  /** A release; the four from it on are one turn of everything. */
  private static final LocalDate FIRST = LocalDate.of(2026, 11, 9);

  private static final LocalDate LONG_AGO = LocalDate.of(2026, 1, 1);
  private static final LocalDate SPRING = LocalDate.of(2027, 5, 4);
  private static final JoinCode CODE = new JoinCode("BUSEL-1");
  private static final UUID COMMUNITY = UUID.fromString("b05e1000-0000-4000-8000-000000000001");
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

  private static void many(int households, Neighbour one) {
    for (int n = 0; n < households; n++) {
      one.movesInto(house, RecordState.ACTIVE);
    }
  }

  private static void look(LocalDate day) {
    house.store().freezeClock(Instant.from(day.atTime(9, 0).atOffset(ZoneOffset.UTC)));
    house.get(Waves.class).look();
  }

  /** One turn of everything; the day of the last of its releases. */
  private static LocalDate turn(LocalDate first) {
    for (int n = 0; n < Grid.TURNS; n++) {
      look(first.plusDays(28L * n));
    }
    return first.plusDays(84);
  }

  private record Said(String country, String document, LocalDate start, int households) {}

  /** What the door reads. */
  private static List<Said> said(LocalDate release) {
    return house
        .store()
        .jdbc(Role.TRACKER)
        .sql(
            """
            select country, document, period_start as start, households from wave.cell
             where released = :day order by country, document, period_start
            """)
        .param("day", release)
        .query(Said.class)
        .list();
  }

  private static List<String> membersSaid(LocalDate release) {
    return house
        .store()
        .jdbc(Role.ORGANISER_RO)
        .sql("select community || ' ' || country from wave.community_cell where released = ?")
        .param(release)
        .query(String.class)
        .list();
  }

  private static List<LocalDate> releases() {
    return house
        .store()
        .jdbc(Role.TRACKER)
        .sql("select released from wave.release order by released")
        .query(LocalDate.class)
        .list();
  }

  @Test
  void aWaveIsSaidAboutAsLargeAsItIs() {
    many(300, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING));
    many(10, Neighbour.of("LT", LONG_AGO).with(RESIDENCE_PERMIT, SPRING));
    List<Said> said = said(turn(FIRST));
    assertThat(said).hasSize(1);
    assertThat(said.getFirst().country()).isEqualTo("PL");
    assertThat(said.getFirst().document()).isEqualTo("passport");
    assertThat(said.getFirst().start()).isEqualTo(LocalDate.of(2027, 4, 1));
    assertThat(said.getFirst().households()).isBetween(255, 345);
  }

  @Test
  void whoDidNotAgreeSaidStopOrIsNewIsNotCounted() {
    Neighbour one = Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING);
    many(150, one.agreeing(false));
    for (int n = 0; n < 150; n++) {
      one.movesInto(house, RecordState.UNREACHABLE);
      one.movesInto(house, RecordState.PENDING);
    }
    many(150, Neighbour.of("PL", FIRST.plusDays(57)).with(PASSPORT, SPRING));
    assertThat(said(turn(FIRST))).isEmpty();
    assertThat(releases()).hasSize(4);
  }

  @Test
  void betweenItsTurnsAFigureStaysToTheDigitWhoeverComesOrGoes() {
    many(120, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING));
    List<Said> first = said(turn(FIRST));
    many(200, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING));
    LocalDate drawn =
        house
            .store()
            .jdbc(Role.TRACKER)
            .sql("select max(drawn) from wave.cell")
            .query(LocalDate.class)
            .single();
    for (LocalDate day = FIRST.plusDays(112); day.isBefore(drawn.plusDays(112)); ) {
      look(day);
      assertThat(said(day)).isEqualTo(first);
      day = day.plusDays(28);
    }
    look(drawn.plusDays(112));
    assertThat(said(drawn.plusDays(112)).getFirst().households()).isBetween(275, 365);
  }

  @Test
  void aCountryOfManyIsSaidByMonths() {
    many(700, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING));
    many(600, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING.plusMonths(1)));
    turn(FIRST);
    assertThat(said(turn(FIRST.plusDays(112))))
        .extracting(Said::start)
        .containsExactly(LocalDate.of(2027, 5, 1), LocalDate.of(2027, 6, 1));
  }

  @Test
  void aCommunityIsCountedBesidesAndOnlyOrganisersReadIt() {
    house
        .store()
        .asAdmin(
            "insert into organiser.community (id, join_code) values ('%s', '%s')"
                .formatted(COMMUNITY, CODE.value()));
    many(120, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING).in(CODE));
    many(120, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING).in(new JoinCode("NOBODYS")));
    LocalDate day = turn(FIRST);
    assertThat(said(day).getFirst().households()).isBetween(195, 285);
    assertThat(membersSaid(day)).containsExactly(COMMUNITY + " PL");
    house.store().asAdmin("select organiser.close('%s')".formatted(CODE.value()));
    LocalDate next = day.plusDays(28);
    look(next);
    assertThat(membersSaid(next)).as("counted no more once it is closed").isEmpty();
    assertThat(membersSaid(day)).as("what was released stays").hasSize(1);
    house.store().asAdmin("delete from organiser.community");
    assertThat(membersSaid(day)).as("a community that is gone").isEmpty();
  }

  private static Neighbour of(String country) {
    return Neighbour.of(country, LONG_AGO).with(PASSPORT, SPRING);
  }

  private record Met(String country, String reason, int households) {}

  /** What the door reads. */
  private static List<Met> met(LocalDate release) {
    return house
        .store()
        .jdbc(Role.TRACKER)
        .sql(
            """
            select country, reason, households from wave.report_cell
             where released = :day order by country, reason
            """)
        .param("day", release)
        .query(Met.class)
        .list();
  }

  @Test
  void whatManyMetIsSaidAboutAsOftenAsItWasMetAndWhatFewMetIsNot() {
    Neighbour one = of("PL");
    many(250, one.who(Hurdle.CONSULAR_PROOF, YearMonth.of(2026, 8)));
    many(10, one.who(Hurdle.NO_APPOINTMENT, YearMonth.of(2026, 8)));
    many(10, of("LT").who(Hurdle.TOO_EARLY, YearMonth.of(2026, 8)));
    many(150, one.who(Hurdle.TOO_EARLY, YearMonth.of(2026, 8)).agreeing(false));
    List<Met> met = met(turn(FIRST));
    assertThat(met).hasSize(1);
    assertThat(met.getFirst().country()).isEqualTo("PL");
    assertThat(met.getFirst().reason()).isEqualTo("consular-proof");
    assertThat(met.getFirst().households()).isBetween(205, 295);
  }

  @Test
  void betweenTheirTurnsReportsStayToTheDigitWhoeverSaysWhat() {
    Neighbour one = of("PL");
    many(120, one.who(Hurdle.CONSULAR_PROOF, YearMonth.of(2026, 10)));
    List<Met> first = met(turn(FIRST));
    assertThat(first).hasSize(1);
    many(200, one.who(Hurdle.CONSULAR_PROOF, YearMonth.of(2026, 10)));
    LocalDate drawn =
        house
            .store()
            .jdbc(Role.TRACKER)
            .sql("select max(drawn) from wave.report_cell")
            .query(LocalDate.class)
            .single();
    for (LocalDate day = FIRST.plusDays(112); day.isBefore(drawn.plusDays(112)); ) {
      look(day);
      assertThat(met(day)).isEqualTo(first);
      day = day.plusDays(28);
    }
    look(drawn.plusDays(112));
    assertThat(met(drawn.plusDays(112)).getFirst().households()).isBetween(275, 365);
  }

  @Test
  void severalNotifiersMakeOneRelease() throws Exception {
    many(120, Neighbour.of("PL", LONG_AGO).with(PASSPORT, SPRING));
    house.store().freezeClock(Instant.parse("2026-11-09T09:00:00Z"));
    try (ExecutorService together = Executors.newFixedThreadPool(3)) {
      List<Callable<Void>> looks = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        looks.add(
            () -> {
              house.get(Waves.class).look();
              return null;
            });
      }
      for (var one : together.invokeAll(looks)) {
        one.get();
      }
    }
    assertThat(releases()).containsExactly(FIRST);
  }

  @Test
  void aReleaseThatWasSleptThroughIsNotMadeUp() {
    look(FIRST.plusDays(3));
    look(FIRST.plusDays(28 * 3));
    assertThat(releases()).containsExactly(FIRST, FIRST.plusDays(84));
  }

  @Test
  void releasesGoAfterTwoYears() {
    look(FIRST);
    house
        .store()
        .asAdmin(
            "insert into wave.report_cell values ('%1$s', 'PL', 'too-early', 60, '%1$s')"
                .formatted(FIRST));
    house.store().freezeClock(Instant.parse("2028-11-06T09:00:00Z"));
    house.get(Retention.class).sweep();
    assertThat(releases()).containsExactly(FIRST);
    assertThat(met(FIRST)).hasSize(1);
    house.store().freezeClock(Instant.parse("2028-11-07T09:00:00Z"));
    house.get(Retention.class).sweep();
    assertThat(releases()).isEmpty();
    assertThat(met(FIRST)).isEmpty();
  }
}
