package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.guidance.plan.Made.*;

import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;

/** Worked tables: a lawyer can read each line and say whether it is right. */
class WorkedPlansTest {

  private static final Guidance PACKS = guidance(poland(), spain());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Poland: file any day until the last day, with a valid passport; opening not known, lead 120 days
          # today    | passport   | permit     | opens      | start by   | apply by   | rule           | status    | verb
          2026-11-21 | 2029-05-10 | 2027-06-30 | -          | 2027-03-02 | 2027-06-30 | PL-LAST-DAY    | VALID     | PREPARE_AND_FILE_WHEN_TAKEN
          2027-03-02 | 2029-05-10 | 2027-06-30 | -          | 2027-03-02 | 2027-06-30 | PL-LAST-DAY    | START_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2027-06-16 | 2029-05-10 | 2027-06-30 | -          | 2027-03-02 | 2027-06-30 | PL-LAST-DAY    | APPLY_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2027-06-30 | 2029-05-10 | 2027-06-30 | -          | 2027-03-02 | 2027-06-30 | PL-LAST-DAY    | APPLY_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2027-07-01 | 2029-05-10 | 2027-06-30 | -          | 2027-03-02 | 2027-06-30 | PL-LAST-DAY    | LAPSED    | ACT
          # the passport ends first, within the longest lead (180 days): it binds
          2026-11-21 | 2027-04-15 | 2027-06-30 | -          | 2026-12-16 | 2027-04-15 | PL-RP-PASSPORT | VALID     | PREPARE_AND_FILE_WHEN_TAKEN
          # the passport ends long before: nobody knows whether the office takes the permit's renewal so early
          2026-11-21 | 2027-01-15 | 2028-06-30 | -          | 2028-03-02 | 2028-06-30 | PL-LAST-DAY    | ASK       | PREPARE_AND_FILE_WHEN_TAKEN
          # the passport is over and a valid one is required: act today
          2027-05-01 | 2027-04-15 | 2027-06-30 | -          | 2027-01-01 | 2027-05-01 | PL-RP-PASSPORT | BLOCKED   | ACT
          """)
  void aPolishPermitIsRenewedWithAValidPassport(
      LocalDate today,
      String passport,
      String permit,
      @Nullable LocalDate opens,
      LocalDate startBy,
      LocalDate applyBy,
      String rule,
      Status status,
      Verb verb) {
    check(PL, today, passport, permit, 2, opens, startBy, applyBy, null, rule, status, verb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Poland: the travel document is asked for only once the passport is over, while the permit is valid; lead 180 days
          # today    | passport   | permit     | opens      | start by   | apply by   | rule          | status      | verb
          2026-11-21 | 2027-05-10 | 2028-06-30 | 2027-05-11 | 2026-11-11 | 2028-06-30 | PL-PDP-PERMIT | START_NOW   | PREPARE
          2026-11-10 | 2027-05-10 | 2028-06-30 | 2027-05-11 | 2026-11-11 | 2028-06-30 | PL-PDP-PERMIT | VALID       | PREPARE
          2027-05-10 | 2027-05-10 | 2028-06-30 | 2027-05-11 | 2026-11-11 | 2028-06-30 | PL-PDP-PERMIT | START_NOW   | PREPARE
          2027-05-11 | 2027-05-10 | 2028-06-30 | 2027-05-11 | 2026-11-11 | 2028-06-30 | PL-PDP-PERMIT | WINDOW_OPEN | FILE
          2028-06-20 | 2027-05-10 | 2028-06-30 | 2027-05-11 | 2026-11-11 | 2028-06-30 | PL-PDP-PERMIT | APPLY_NOW   | FILE
          # the passport outlives the permit: renew the permit first, calmly
          2026-11-21 | 2029-05-10 | 2027-06-30 | 2029-05-11 | 2027-01-01 | 2027-06-30 | PL-PDP-PERMIT | BLOCKED     | ACT
          # the permit was not entered: on the first possible day
          2026-11-21 | 2027-05-10 | -          | 2027-05-11 | 2026-11-11 | 2027-05-11 | PL-PDP        | START_NOW   | PREPARE
          2027-06-01 | 2027-05-10 | -          | 2027-05-11 | 2026-11-11 | 2027-05-11 | PL-PDP        | APPLY_NOW   | FILE
          """)
  void aPolishTravelDocumentIsAskedForOnceThePassportIsOver(
      LocalDate today,
      String passport,
      @Nullable String permit,
      @Nullable LocalDate opens,
      LocalDate startBy,
      LocalDate applyBy,
      String rule,
      Status status,
      Verb verb) {
    check(PL, today, passport, permit, 1, opens, startBy, applyBy, null, rule, status, verb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Spain: from 60 days before the last day to 90 days after it; an expired passport is accepted
          # today    | passport   | permit     | opens      | start by   | apply by   | grace      | status      | verb
          2026-11-21 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | VALID       | PREPARE
          2027-04-30 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | VALID       | PREPARE
          2027-05-01 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | WINDOW_OPEN | FILE
          2027-06-15 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | WINDOW_OPEN | FILE
          2027-06-16 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | APPLY_NOW   | FILE
          2027-06-30 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | APPLY_NOW   | FILE
          2027-07-01 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | GRACE       | FILE_LATE
          2027-09-28 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | GRACE       | FILE_LATE
          2027-09-29 | 2026-01-10 | 2027-06-30 | 2027-05-01 | 2027-05-01 | 2027-06-30 | 2027-09-28 | LAPSED      | ACT
          """)
  void aSpanishPermitHasAWindowAndAGrace(
      LocalDate today,
      String passport,
      String permit,
      @Nullable LocalDate opens,
      LocalDate startBy,
      LocalDate applyBy,
      LocalDate grace,
      Status status,
      Verb verb) {
    check(
        ES, today, passport, permit, 2, opens, startBy, applyBy, grace, "ES-CLOSES", status, verb);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # no pack: 365 days before a passport's end, 120 before a permit's or travel document's, as our own caution
          # today    | document         | ends       | start by   | status    | verb
          2026-11-21 | PASSPORT         | 2028-03-01 | 2027-03-02 | VALID     | PREPARE_AND_FILE_WHEN_TAKEN
          2027-03-02 | PASSPORT         | 2028-03-01 | 2027-03-02 | START_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2026-11-21 | RESIDENCE_PERMIT | 2027-06-30 | 2027-03-02 | VALID     | PREPARE_AND_FILE_WHEN_TAKEN
          2026-11-21 | TRAVEL_DOCUMENT  | 2027-01-10 | 2026-09-12 | START_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2026-12-27 | TRAVEL_DOCUMENT  | 2027-01-10 | 2026-09-12 | APPLY_NOW | PREPARE_AND_FILE_WHEN_TAKEN
          2027-01-11 | TRAVEL_DOCUMENT  | 2027-01-10 | 2026-09-12 | LAPSED    | ASK
          2027-07-01 | RESIDENCE_PERMIT | 2027-06-30 | 2027-03-02 | LAPSED    | ACT
          """)
  void everyOtherCountryGetsTheHonestGenericLadder(
      LocalDate today,
      DocumentType type,
      String ends,
      LocalDate startBy,
      Status status,
      Verb verb) {
    Situation situation = situation(GE, document(1, type, ends, DocumentState.HELD));

    SlotPlan slot = Planner.plan(situation, PACKS, today).slots().getFirst();

    assertThat(slot.startBy()).isEqualTo(startBy);
    assertThat(slot.applyBy()).isEqualTo(day(ends));
    assertThat(slot.opens()).isNull();
    assertThat(slot.status()).isEqualTo(status);
    assertThat(slot.verb()).isEqualTo(verb);
    assertThat(slot.flags())
        .contains(
            Flag.NO_PACK,
            Flag.OUR_LEAD,
            Flag.OPENING_NOT_KNOWN,
            Flag.CLOSING_NOT_KNOWN,
            Flag.NOT_CONFIRMED);
  }

  @DisplayName("every stage by its day")
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # ES: S = O, so "start" and "window opened" are one message, not early; D = 60
          ES permit     | ES | 2026-01-10 | 2027-06-30 | 2 | 1=2027-01-31 2=2027-05-01 12=2027-05-02 3=2027-05-21 5=2027-06-16 6=2027-06-23 7=2027-06-28 8=2027-07-01 9=2027-09-14 10=2027-09-26
          # PL permit: opening not known, D = 120
          PL permit     | PL | 2029-05-10 | 2027-06-30 | 2 | 1=2026-12-02 2=2027-03-02 12=2027-03-03 3=2027-04-11 4=2027-05-21 5=2027-06-16 6=2027-06-23 7=2027-06-28 8=2027-07-01
          # PL passport: prepare before E, W at O, then while unanswered, then again before the permit ends
          PL passport   | PL | 2027-05-10 | 2028-06-30 | 1 | 1=2026-05-10 2=2026-11-11 12=2026-11-12 50=2027-03-11 20=2027-05-11 5=2027-05-18 7=2027-06-08 25=2028-06-16 27=2028-06-28
          # PL passport that outlives the permit: the ladder runs on the permit's last day
          PL outlives   | PL | 2029-05-10 | 2027-06-30 | 1 | 1=2026-10-03 2=2027-01-01 12=2027-01-02 4=2027-05-01 5=2027-06-16 6=2027-06-23 7=2027-06-28 17=2027-07-01 50=2029-03-11 8=2029-05-11
          GE passport   | GE | 2028-03-01 | 2031-01-01 | 1 | 1=2026-12-02 2=2027-03-02 12=2027-03-03 3=2027-07-01 4=2027-10-31 50=2028-01-01 5=2028-02-16 6=2028-02-23 7=2028-02-28 8=2028-03-02
          """)
  void theLadderIs(
      String name, String country, String passport, String permit, int number, String stages) {
    SlotPlan slot =
        Planner.plan(
                situation(new Country(country), passport(passport), permit(permit)), PACKS, TODAY)
            .slot(number)
            .orElseThrow();

    assertThat(
            slot.stages().stream()
                .map(stage -> stage.number() + "=" + stage.on())
                .collect(Collectors.joining(" ")))
        .isEqualTo(stages);
  }

  private static void check(
      Country country,
      LocalDate today,
      String passport,
      @Nullable String permit,
      int number,
      @Nullable LocalDate opens,
      LocalDate startBy,
      LocalDate applyBy,
      @Nullable LocalDate grace,
      String rule,
      Status status,
      Verb verb) {
    Situation situation =
        permit == null
            ? situation(country, passport(passport))
            : situation(country, passport(passport), permit(permit));

    SlotPlan slot = Planner.plan(situation, PACKS, today).slot(number).orElseThrow();

    assertThat(slot.opens()).as("opens").isEqualTo(opens);
    assertThat(slot.startBy()).as("start by").isEqualTo(startBy);
    assertThat(slot.applyBy()).as("apply by").isEqualTo(applyBy);
    assertThat(slot.graceEnd()).as("grace end").isEqualTo(grace);
    assertThat(slot.bindingRule()).as("rule").isEqualTo(rule);
    assertThat(slot.status()).as("status").isEqualTo(status);
    assertThat(slot.verb()).as("verb").isEqualTo(verb);
  }
}
