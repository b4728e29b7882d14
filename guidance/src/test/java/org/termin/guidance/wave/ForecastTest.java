package org.termin.guidance.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
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
import org.termin.guidance.plan.Planner;

class ForecastTest {
  private static final Guidance GUIDANCE = Guidance.load();
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  private static Forecast of(String country, DocumentType type, String first, int months) {
    return Forecast.of(
        List.of(new Ending(new Country(country), type, YearMonth.parse(first), months, 120)),
        GUIDANCE,
        TODAY);
  }

  static Stream<Country> countries() {
    return GUIDANCE.packs().keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("countries")
  void nobodyIsLostAndNobodyIsCountedTwice(Country country) {
    for (DocumentType type : DocumentType.values()) {
      Forecast forecast =
          Forecast.of(
              List.of(new Ending(country, type, YearMonth.of(2028, 4), 3, 120)), GUIDANCE, TODAY);
      double begin = forecast.months().values().stream().mapToDouble(Load::begin).sum();
      assertThat(begin + forecast.overdue() + forecast.unknown()).isCloseTo(120, within(1e-6));
      assertThat(forecast.months().values().stream().mapToDouble(Load::end).sum())
          .isCloseTo(120, within(1e-6));
      assertThat(forecast.months().values().stream().mapToDouble(Load::apply).sum())
          .isLessThanOrEqualTo(120 + 1e-6);
    }
  }

  @ParameterizedTest
  @MethodSource("countries")
  void whoseDocumentEndsThatDayIsToldTheSameByThePlan(Country country) {
    LocalDate end = LocalDate.of(2028, 4, 15);
    var held =
        List.of(
            new HeldDocument(1, 1, 1, DocumentType.RESIDENCE_PERMIT, end, DocumentState.HELD),
            new HeldDocument(
                2, 1, 1, DocumentType.PASSPORT, TODAY.plusYears(9), DocumentState.HELD));
    LocalDate begin =
        Planner.plan(new Situation(country, null, null, held), GUIDANCE, TODAY)
            .slot(1)
            .orElseThrow()
            .startBy();
    assertThat(begin).isNotNull();
    Forecast forecast =
        Forecast.of(
            List.of(
                new Ending(country, DocumentType.RESIDENCE_PERMIT, YearMonth.from(end), 1, 120)),
            GUIDANCE,
            TODAY);
    assertThat(forecast.months().get(YearMonth.from(begin)).begin()).isPositive();
  }

  @Test
  void aWaveOfWhichAQuarterIsOverHasBegunLongAgo() {
    Forecast forecast = of("PL", DocumentType.RESIDENCE_PERMIT, "2026-10", 3);
    assertThat(forecast.overdue()).isEqualTo(120);
    assertThat(forecast.months()).containsOnlyKeys(YearMonth.of(2026, 11), YearMonth.of(2026, 12));
    assertThat(forecast.months().get(YearMonth.of(2026, 12)).end()).isCloseTo(40, within(1e-6));
  }

  @Test
  void monthsAreSpreadEvenly() {
    Forecast forecast = of("LT", DocumentType.RESIDENCE_PERMIT, "2028-04", 3);
    assertThat(forecast.months().get(YearMonth.of(2028, 4)).end()).isCloseTo(40, within(1e-6));
    assertThat(forecast.months().get(YearMonth.of(2028, 6)).end()).isCloseTo(40, within(1e-6));
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "2.4, 0", "2.6, 5", "112.4, 110", "112.6, 115"})
  void numbersPromiseNoMoreThanIsKnown(double households, int about) {
    assertThat(Load.about(households)).isEqualTo(about);
  }
}
