package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;

class GridTest {
  private static final Series SERIES =
      new Series(Series.EVERYBODY, new Country("PL"), DocumentType.PASSPORT);

  @ParameterizedTest
  @CsvSource({
    "2026-01-05, 2026-01-05",
    "2026-02-01, 2026-01-05",
    "2026-02-02, 2026-02-02",
    "2026-11-23, 2026-11-09",
    "2025-12-31, 2025-12-08"
  })
  void theNewestReleaseIsThatOfTheLastFourthMonday(LocalDate today, LocalDate release) {
    assertThat(Grid.newest(today)).isEqualTo(release);
    assertThat(release.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
    assertThat(Grid.newest(Grid.before(release))).isEqualTo(release.minusDays(28));
  }

  @Test
  void aSeriesIsDrawnEverySixteenWeeksAtMostSevenTimesInTwoYears() {
    List<LocalDate> drawn = new ArrayList<>();
    @Nullable LocalDate last = null;
    for (LocalDate day : releases()) {
      if (Grid.isTurn(SERIES, last, day)) {
        drawn.add(day);
        last = day;
      }
    }
    assertThat(drawn).hasSizeBetween(6, 7);
    for (int n = 1; n < drawn.size(); n++) {
      assertThat(drawn.get(n)).isEqualTo(drawn.get(n - 1).plusDays(112));
    }
  }

  @Test
  void aTurnThatWasSleptThroughIsTakenAtTheNextRelease() {
    LocalDate drawn = LocalDate.of(2026, 1, 5);
    assertThat(Grid.isTurn(SERIES, drawn, drawn.plusDays(84))).isFalse();
    assertThat(Grid.isTurn(SERIES, drawn, drawn.plusDays(140))).isTrue();
  }

  @Test
  void everyTurnHasItsShareOfTheSeries() {
    assertThat(
            Stream.of("PL", "LT", "GE", "DE", "ES", "CZ", "LV", "EE", "IT", "FR", "US", "GB")
                .flatMap(
                    country ->
                        Stream.of(DocumentType.values())
                            .map(type -> new Series(Series.EVERYBODY, new Country(country), type)))
                .map(Series::turn)
                .distinct())
        .containsExactlyInAnyOrder(0, 1, 2, 3);
  }

  private static List<LocalDate> releases() {
    return Stream.iterate(LocalDate.of(2026, 1, 5), day -> day.plusDays(28)).limit(26).toList();
  }
}
