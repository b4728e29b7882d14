package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedDayTest {
  @ParameterizedTest(name = "{0} | {1} | {2} → {3}")
  @CsvSource({
    "14, 03, 2027, 2027-03-14",
    "14, 3, 27, 2027-03-14",
    "14, MAR, 2027, 2027-03-14",
    "14, march, 2027, 2027-03-14",
    "14, сакавіка, 2027, 2027-03-14",
    "14, марта, 2027, 2027-03-14",
    "14, sierpnia, 2027, 2027-08-14",
    "14, rugpjūčio, 2027, 2027-08-14",
    "14.03.2027, '', '', 2027-03-14",
    "14/3/2027, '', '', 2027-03-14",
    "14 03 2027, '', '', 2027-03-14",
    "14 MAR 27, '', '', 2027-03-14",
    "2027-03-14, '', '', 2027-03-14",
    "14., 03., 2027, 2027-03-14",
    "'', '', '', ''",
  })
  void readsDaysAsTheyArePrintedAndAsPeopleWriteThem(
      String day, String month, String year, String iso) {
    assertThat(TypedDay.of(day, month, year).iso()).isEqualTo(iso);
  }

  @ParameterizedTest(name = "{0} | {1} | {2}")
  @CsvSource({
    "31, 02, 2027",
    "14, 13, 2027",
    "14, 00, 2027",
    "14, ??, 2027",
    "14, 03, 207",
    "14, 03, ''",
    "'', 03, 2027",
    "soon, '', ''",
    "1.2.3.4, '', ''",
    "00.00.0000, '', ''",
    "14, mart-2, 2027",
  })
  void saysThatItCannotReadTheRest(String day, String month, String year) {
    assertThat(TypedDay.of(day, month, year).iso()).isEqualTo(TypedDay.UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({"14, 03, 2027", "14, MAR, 27", "31, 02, ''", "'', '', ''", "soon, '', ''"})
  void keepsWhatWasTypedOnItsWayThroughAForm(String day, String month, String year) {
    TypedDay typed = TypedDay.of(day, month, year);
    assertThat(TypedDay.of(typed.whole(), "", "").iso()).isEqualTo(typed.iso());
  }
}
