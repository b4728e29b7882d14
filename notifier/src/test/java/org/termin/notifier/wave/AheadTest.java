package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.contract.words.DocumentType.PASSPORT;
import static org.termin.contract.words.DocumentType.RESIDENCE_PERMIT;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.testkit.Samples;

/** Which waves of the release of 9 November 2026 somebody is told of. */
class AheadTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);
  private static final YearMonth WINTER = YearMonth.of(2027, 1);
  private static final YearMonth SPRING = YearMonth.of(2027, 4);

  private static Cell cell(UUID scope, DocumentType document, YearMonth first, int months, int of) {
    Series series = new Series(scope, new Country("PL"), document);
    return new Cell(series, new Period(first, months), of, RELEASE);
  }

  private static Cell quarter(YearMonth first, int households) {
    return cell(Series.EVERYBODY, PASSPORT, first, 3, households);
  }

  private static List<YearMonth> told(int atLeast, Cell... cells) {
    return Ahead.of(List.of(cells), RELEASE).wanted(Samples.alert("PL", atLeast));
  }

  @Test
  void aWaveIsToldFromTheSizeThatWasAskedFor() {
    assertThat(told(100, quarter(WINTER, 95))).isEmpty();
    assertThat(told(100, quarter(WINTER, 100))).containsExactly(WINTER);
  }

  @Test
  void documentsAndMonthsOfAQuarterAreOneWave() {
    assertThat(
            told(
                250,
                cell(Series.EVERYBODY, PASSPORT, SPRING, 1, 100),
                cell(Series.EVERYBODY, PASSPORT, SPRING.plusMonths(2), 1, 60),
                cell(Series.EVERYBODY, RESIDENCE_PERMIT, SPRING, 3, 90)))
        .containsExactly(SPRING);
  }

  @Test
  void theNearerOfTwoComesFirst() {
    assertThat(told(50, quarter(SPRING, 60), quarter(WINTER, 55))).containsExactly(WINTER, SPRING);
  }

  @Test
  void whatHasBegunAndWhatIsFarIsNotTold() {
    assertThat(told(50, quarter(YearMonth.of(2026, 10), 500), quarter(YearMonth.of(2027, 7), 500)))
        .isEmpty();
  }

  @Test
  void aFigureOfOneCommunityIsNoAlert() {
    assertThat(told(50, cell(UUID.randomUUID(), PASSPORT, WINTER, 3, 500))).isEmpty();
  }

  @Test
  void anotherCountryAndAHouseholdAreToldNothing() {
    Ahead ahead = Ahead.of(List.of(quarter(WINTER, 500)), RELEASE);
    assertThat(ahead.wanted(Samples.alert("LT", 50))).isEmpty();
    assertThat(ahead.wanted(Samples.passport("PL", LocalDate.of(2027, 1, 5)))).isEmpty();
  }
}
