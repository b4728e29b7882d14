package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.GroundQuestion.Ground;
import org.termin.guidance.rule.Pack;

/** Whoever has not answered a country's question is shown what every answer would give. */
class GroundWindowsTest {
  private static final Guidance SHIPPED = Guidance.load();

  static Stream<Pack> packsThatAsk() {
    return SHIPPED.packs().values().stream().filter(pack -> pack.question() != null);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("packsThatAsk")
  void theWindowOfAnAnswerIsTheOneItsGiverWouldGet(Pack pack) {
    NaiveResidents residents = new NaiveResidents(new Random(20261122));
    int compared = 0;
    for (int i = 0; i < 2_000; i++) {
      LocalDate today = residents.today(pack);
      Situation silent = answering(residents.of(pack, today), null);
      for (SlotPlan slot : Planner.plan(silent, SHIPPED, today).slots()) {
        compared += slot.windows().size();
        slot.windows().forEach(window -> isWhatItsGiverGets(window, slot, silent, today));
      }
    }
    assertThat(compared).isPositive();
  }

  private static void isWhatItsGiverGets(
      GroundWindow window, SlotPlan shown, Situation silent, LocalDate today) {
    for (String answer : window.answers()) {
      SlotPlan own =
          Planner.plan(answering(silent, answer), SHIPPED, today)
              .slot(shown.document().number())
              .orElseThrow();
      assertThat(List.of(own.route(), own.applyBy() == null ? today : own.applyBy()))
          .isEqualTo(List.of(window.route(), window.applyBy()));
      assertThat(own.opens()).isEqualTo(window.opens());
      assertThat(own.status() == Status.BLOCKED).isNotEqualTo(window.possible());
    }
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("packsThatAsk")
  void everyAnswerHasOneWindowAndWhoeverAnsweredIsShownNone(Pack pack) {
    List<String> answers = pack.question().answers().stream().map(Ground::id).toList();
    NaiveResidents residents = new NaiveResidents(new Random(7));
    for (int i = 0; i < 2_000; i++) {
      LocalDate today = residents.today(pack);
      Situation anybody = residents.of(pack, today);
      for (SlotPlan slot : Planner.plan(answering(anybody, null), SHIPPED, today).slots()) {
        assertThat(slot.has(Flag.GROUND_NOT_KNOWN)).isNotEqualTo(slot.windows().isEmpty());
        if (!slot.windows().isEmpty()) {
          assertThat(slot.windows().stream().flatMap(window -> window.answers().stream()))
              .containsExactlyInAnyOrderElementsOf(answers);
        }
      }
      Situation answered = answering(anybody, answers.getLast());
      assertThat(Planner.plan(answered, SHIPPED, today).slots())
          .allMatch(slot -> slot.windows().isEmpty());
    }
  }

  @ParameterizedTest
  @CsvSource({
    // a French permit until 20.02.2027: in ANEF 23.10. to 22.12., at the préfecture from 22.12.
    "2026-10-22, PREPARE",
    "2026-10-23, ASK",
    "2026-12-22, ASK",
    "2026-12-23, ASK",
    "2027-02-20, ASK",
    "2027-02-21, ACT"
  })
  void nobodyIsToldToPrepareWhileOneOfTheWindowsPasses(LocalDate today, Verb verb) {
    SlotPlan permit = french(today);
    assertThat(permit.verb()).isEqualTo(verb);
    assertThat(permit.windows())
        .extracting(GroundWindow::opens, GroundWindow::applyBy)
        .containsExactly(
            tuple(day("2026-10-23"), day("2026-12-22")),
            tuple(day("2026-12-22"), day("2027-02-20")));
  }

  @Test
  void aWindowKeepsItsDaysOutOfLogs() {
    assertThat(french(day("2026-11-22")).windows().toString()).doesNotContainPattern("20\\d\\d");
  }

  private static SlotPlan french(LocalDate today) {
    HeldDocument permit =
        new HeldDocument(
            1, 1, 1, DocumentType.RESIDENCE_PERMIT, day("2027-02-20"), DocumentState.HELD);
    Situation resident = new Situation(new Country("FR"), null, null, List.of(permit));
    return Planner.plan(resident, SHIPPED, today).slot(1).orElseThrow();
  }

  private static Situation answering(Situation resident, @Nullable String ground) {
    return new Situation(resident.country(), resident.region(), ground, resident.documents());
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
