package org.termin.guidance.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.guidance.plan.Made.*;

import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;

/** Every pack that ships, with dates spread over four years. */
class RealPacksTest {

  private static final Guidance SHIPPED = Guidance.load();

  static Iterable<Country> countries() {
    return SHIPPED.packs().keySet();
  }

  @Test
  void inSpainOnlyAFilingBeforeTheLastDayProlongsThePermit() {
    assertThat(filed("2026-11-18").has(Flag.STAY_NOT_KNOWN)).isFalse();
    // taken as well, for three months, but nobody says that one may stay
    assertThat(filed("2026-11-19").has(Flag.STAY_NOT_KNOWN)).isTrue();
  }

  private static SlotPlan filed(String on) {
    HeldDocument permit =
        new HeldDocument(
            1,
            1,
            1,
            DocumentType.RESIDENCE_PERMIT,
            LocalDate.of(2026, 11, 18),
            new DocumentState.Filed(LocalDate.parse(on)));
    Situation held =
        situation(
            new Country("ES"),
            document(2, DocumentType.PASSPORT, "2029-01-01", DocumentState.HELD),
            permit);
    SlotPlan slot = Planner.plan(held, SHIPPED, TODAY).slot(1).orElseThrow();
    assertThat(slot.status()).isEqualTo(Status.FILED_WAITING);
    return slot;
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("countries")
  void whateverTheDatesThePlanIsSound(Country country) {
    IntStream.range(0, 40)
        .mapToObj(i -> TODAY.minusDays(300).plusDays(37L * i))
        .forEach(
            passport ->
                IntStream.range(0, 40)
                    .mapToObj(i -> TODAY.minusDays(200).plusDays(31L * i))
                    .forEach(permit -> check(country, passport, permit)));
  }

  private static void check(Country country, LocalDate passport, LocalDate permit) {
    Situation held =
        situation(
            country,
            passport(passport.toString()),
            permit(permit.toString()),
            travel(passport.plusDays(200).toString()));
    for (SlotPlan slot : Planner.plan(held, SHIPPED, TODAY).slots()) {
      if (slot.status() == Status.RENEWED) {
        // another document has closed it
        continue;
      }
      assertThat(slot.startBy()).isBeforeOrEqualTo(slot.applyBy());
      assertThat(slot.trace().lines()).anyMatch(Trace.Line::binds);
      LocalDate opens = slot.opens();
      if (opens != null) {
        assertThat(slot.stages())
            .noneMatch(
                stage ->
                    stage.on().isBefore(opens)
                        && (stage.verb() == Verb.FILE || stage.verb() == Verb.FILE_LATE));
      }
      assertThat(slot.stages())
          .allMatch(stage -> stage.staleAfter().isAfter(stage.on()))
          .allMatch(stage -> Objects.nonNull(stage.actionDate()));
    }
  }
}
