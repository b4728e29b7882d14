package org.termin.guidance.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How limits are counted: the printed date is the last valid day. */
class PeriodsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # printed   | before    | opens      | closes
          2027-06-30 | P60D      | 2027-05-01 | 2027-05-01
          2027-06-30 | P2M       | 2027-04-30 | 2027-04-30
          2027-06-30 | P2M,P60D  | 2027-05-01 | 2027-04-30
          # the day does not exist: an opening goes on to the first, a closing back to the last
          2027-05-31 | P1M       | 2027-05-01 | 2027-04-30
          2027-05-31 | P3M       | 2027-03-01 | 2027-02-28
          2028-05-31 | P3M       | 2028-03-01 | 2028-02-29
          2028-02-29 | P1Y       | 2027-03-01 | 2027-02-28
          # across the change of clocks and of the year
          2027-03-28 | P1D       | 2027-03-27 | 2027-03-27
          2027-10-31 | P1D       | 2027-10-30 | 2027-10-30
          2027-01-10 | P14D      | 2026-12-27 | 2026-12-27
          2027-01-10 | P0D       | 2027-01-10 | 2027-01-10
          2027-05-31 | P1M5D     | 2027-04-26 | 2027-04-25
          """)
  void openingsMoveOnAndClosingsMoveBack(
      LocalDate printed, String before, LocalDate opens, LocalDate closes) {
    assertThat(Periods.openingBefore(printed, periods(before))).isEqualTo(opens);
    assertThat(Periods.closingBefore(printed, periods(before))).isEqualTo(closes);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # printed   | after     | grace ends
          2027-06-30 | P90D      | 2027-09-28
          2027-06-30 | P3M       | 2027-09-30
          2027-06-30 | P3M,P90D  | 2027-09-28
          2027-01-31 | P1M       | 2027-02-28
          2027-11-30 | P3M       | 2028-02-29
          """)
  void graceIsCountedFromThePrintedDay(LocalDate printed, String after, LocalDate ends) {
    assertThat(Periods.graceAfter(printed, periods(after))).isEqualTo(ends);
  }

  private static List<Period> periods(String text) {
    return Arrays.stream(text.split(",")).map(Period::parse).toList();
  }
}
