package org.termin.contract.sealed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Hurdle;

class MetTest {
  @ParameterizedTest
  @CsvSource({
    "this month is not over, 2026-11, false, false",
    "the month before,       2026-10, true,  false",
    "a year ago,             2025-11, true,  false",
    "longer ago,             2025-10, false, true",
    "of a clock ahead,       2026-12, false, false"
  })
  void twelveWholeMonthsAreCounted(String when, YearMonth month, boolean counts, boolean over) {
    Met met = new Met(Hurdle.TOO_EARLY, month);
    YearMonth now = YearMonth.of(2026, 11);
    assertThat(met.counts(now)).as(when).isEqualTo(counts);
    assertThat(met.isOver(now)).as(when).isEqualTo(over);
  }
}
