package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.words.Action;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.Hurdle;
import org.termin.contract.words.Situation;
import org.termin.notifier.Rooms;
import org.termin.notifier.epoch.Resealing;
import org.termin.notifier.epoch.Rotation;
import org.termin.notifier.record.Person;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** What a refusal does to a plan, and what is kept of what people meet at offices. */
class ReportingTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDate ENDS = LocalDate.of(2028, 3, 1);
  private static final Situation PASSPORT = Samples.passport("PL", ENDS);
  private static TestStore store;
  private static Rooms rooms;
  private Resident resident;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void activate() {
    store.clear();
    store.freezeClock(NOW);
    resident = Resident.in(rooms, PASSPORT);
  }

  private Person person() {
    return resident.person();
  }

  private PersonRecord content() {
    return resident.content();
  }

  private DocumentState state() {
    return content().situation().document(1).orElseThrow().state();
  }

  private String change(Situation situation, boolean waves) {
    return resident.change(situation, waves, CommunityChange.KEEP);
  }

  private Act act(Action action) {
    return Act.on(resident.id(), resident.code().proof(), person().version(), action, 1, null);
  }

  private void agreed() {
    assertThat(change(PASSPORT, true)).isEqualTo("DONE");
  }

  private int planned() {
    return rooms
        .db()
        .sql("select count(*) from ledger.reminder where state = 'PLANNED'")
        .query(Integer.class)
        .single();
  }

  @Test
  void aRefusalEndsNothingWhereNothingWasFiled() {
    int before = planned();
    assertThat(rooms.say(act(Action.REFUSED))).isEqualTo("DONE");
    assertThat(content().situation()).isEqualTo(PASSPORT);
    assertThat(planned()).isEqualTo(before).isPositive();
  }

  @Test
  void whatWasFiledAndRefusedIsRemindedOfAgain() {
    int before = planned();
    assertThat(rooms.say(act(Action.FILED))).isEqualTo("DONE");
    assertThat(planned()).isLessThan(before);
    assertThat(rooms.say(act(Action.REFUSED))).isEqualTo("DONE");
    assertThat(state()).isEqualTo(DocumentState.HELD);
    assertThat(content().situation().document(1).orElseThrow().version()).isEqualTo(3);
    assertThat(planned()).isEqualTo(before);
  }

  @Test
  void aLostDocumentStaysLostAndOneThatWasRenewedIsNotRefused() {
    rooms.say(act(Action.LOST));
    assertThat(rooms.say(act(Action.REFUSED))).isEqualTo("DONE");
    assertThat(state()).isEqualTo(new DocumentState.Lost(TODAY));
    rooms.say(act(Action.DONE));
    assertThat(rooms.say(act(Action.REFUSED))).isEqualTo("INVALID");
    assertThat(state()).isEqualTo(DocumentState.RENEWED);
  }

  @Test
  void aDocumentNobodyHasIsNotRefused() {
    int version = person().version();
    assertThat(
            rooms.say(
                Act.on(resident.id(), resident.code().proof(), version, Action.REFUSED, 9, null)))
        .isEqualTo("INVALID");
    assertThat(person().version()).isEqualTo(version);
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"FILED", "DONE", "REFUSED"})
  void whoAgreedToBeCountedLeavesAWordAndAMonth(Action action) {
    agreed();
    assertThat(rooms.say(act(action).met(Hurdle.CONSULAR_PROOF))).isEqualTo("DONE");
    assertThat(content().met()).isEqualTo(new Met(Hurdle.CONSULAR_PROOF, YearMonth.of(2026, 11)));
  }

  @ParameterizedTest
  @EnumSource(
      value = Action.class,
      names = {"FILED", "DONE", "REFUSED"})
  void whoDidNotAgreeLeavesNothingWhateverTheDoorSends(Action action) {
    assertThat(rooms.say(act(action).met(Hurdle.CONSULAR_PROOF))).isEqualTo("DONE");
    assertThat(content().met()).isNull();
  }

  @Test
  void theLastWordStandsAndAnActionWithoutOneLeavesIt() {
    agreed();
    rooms.say(act(Action.REFUSED).met(Hurdle.NO_APPOINTMENT));
    store.freezeClock(Instant.parse("2026-12-05T09:00:00Z"));
    rooms.say(act(Action.REFUSED).met(Hurdle.OTHER_PAPERS));
    rooms.say(act(Action.FILED));
    assertThat(content().met()).isEqualTo(new Met(Hurdle.OTHER_PAPERS, YearMonth.of(2026, 12)));
  }

  @ParameterizedTest
  @CsvSource({
    "another date in the same country,  PL, 2038-03-01, true,  true",
    "another country,                   LT, 2028-03-01, true,  false",
    "no longer agreeing to be counted,  PL, 2028-03-01, false, false"
  })
  void itGoesWithTheCountryItWasMetInAndWithTheConsent(
      String what, String country, LocalDate ends, boolean waves, boolean stays) {
    agreed();
    rooms.say(act(Action.DONE).met(Hurdle.TOOK_LONGER));
    assertThat(change(Samples.passport(country, ends), waves)).isEqualTo("DONE");
    assertThat(content().met() != null).as(what).isEqualTo(stays);
  }

  @ParameterizedTest
  @CsvSource({"2027-11-30, true", "2027-12-01, false"})
  void onceItIsNotCountedAnyMoreTheNextChangeOfKeysForgetsIt(LocalDate day, boolean kept) {
    agreed();
    rooms.say(act(Action.REFUSED).met(Hurdle.TOO_EARLY));
    int version = person().version();
    store.freezeClock(Instant.parse(day + "T09:00:00Z"));
    rooms.get(Rotation.class).rotate();
    assertThat(rooms.get(Resealing.class).sweep()).isPositive();
    assertThat(content().met() != null).isEqualTo(kept);
    assertThat(person().version()).isEqualTo(version);
  }
}
