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
    "14, sierpień, 2027, 2027-08-14",
    "14, PAŹDZIERNIKA, 2027, 2027-10-14",
    "14, pazdziernika, 2027, 2027-10-14",
    "14, wrzesnia, 2027, 2027-09-14",
    "14, maj, 2027, 2027-05-14",
    "14, maja, 2027, 2027-05-14",
    "14, lut., 2027, 2027-02-14",
    "14, kwi, 2027, 2027-04-14",
    "14, cze, 2027, 2027-06-14",
    "14, lip, 2027, 2027-07-14",
    "14, paźdz., 2027, 2027-10-14",
    "14, LIS, 2027, 2027-11-14",
    "14, grudz, 2027, 2027-12-14",
    "14, III, 2027, 2027-03-14",
    "14, xii, 2027, 2027-12-14",
    "14, rugpjūčio, 2027, 2027-08-14",
    "14, rugpjūtis, 2027, 2027-08-14",
    "14, rugsėjo, 2027, 2027-09-14",
    "14, rugs., 2027, 2027-09-14",
    "14, sausis, 2027, 2027-01-14",
    "14, saus., 2027, 2027-01-14",
    "14, VAS, 2027, 2027-02-14",
    "14, kovo, 2027, 2027-03-14",
    "14, geguzes, 2027, 2027-05-14",
    "14, birž, 2027, 2027-06-14",
    "14, lie, 2027, 2027-07-14",
    "14, lapkričio, 2027, 2027-11-14",
    "14, gruodis, 2027, 2027-12-14",
    "14 października 2027, '', '', 2027-10-14",
    "14 gruodžio 2027, '', '', 2027-12-14",
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
    "14, rug, 2027",
    "14, ma, 2027",
    "14, XIII, 2027",
    "14, 1X, 2027",
    "14, I2, 2027",
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
