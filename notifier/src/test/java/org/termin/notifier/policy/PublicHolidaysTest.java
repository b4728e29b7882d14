package org.termin.notifier.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.words.Country;

class PublicHolidaysTest {

  /** The host countries Termin knows facts about. */
  static final List<String> SERVED =
      List.of(
          "AM", "AT", "BE", "BG", "CA", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GB", "GE",
          "IL", "IT", "LT", "LV", "NL", "NO", "PL", "PT", "SE", "SI", "SK", "TR", "UA", "US");

  private final PublicHolidays holidays = new PublicHolidays();

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "PL, 2027-01-06, Epiphany",
    "PL, 2027-03-29, Easter Monday",
    "PL, 2026-12-24, Christmas Eve is free since 2025",
    "LT, 2027-03-11, Restoration of Independence",
    "GE, 2027-01-02, the second day of the New Year",
    "GE, 2027-05-03, Orthodox Easter Monday",
    "TR, 2027-03-09, Ramazan Bayramı begins",
    "TR, 2027-03-11, and has three days",
    "TR, 2027-05-18, Kurban Bayramı has four",
    "GB, 2027-12-25, Christmas on a Saturday",
    "GB, 2027-12-27, and the Monday off for it",
    "US, 2027-12-31, the day off for a New Year on Saturday lies in the old year",
    "UA, 2027-08-24, Independence Day"
  })
  void aPublicHolidayIsKnown(String country, LocalDate day, String name) {
    assertThat(holidays.on(new Country(country), day)).as(name).isTrue();
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "PL, 2027-01-07, an ordinary Thursday",
    "TR, 2027-03-12, after Ramazan Bayramı",
    "TR, 2027-05-20, after Kurban Bayramı",
    "DE, 2027-08-15, Assumption Day is free in two regions only",
    "NL, 2027-03-26, Good Friday is kept but is not a day off",
    "IL, 2027-04-22, the calendars lack Israel"
  })
  void anOrdinaryDayIsNone(String country, LocalDate day, String name) {
    assertThat(holidays.on(new Country(country), day)).as(name).isFalse();
  }

  @Test
  void everyServedCountryButIsraelHasACalendar() {
    var missing = new TreeSet<>(SERVED);
    missing.removeAll(PublicHolidays.countries());
    assertThat(missing).containsExactly("IL");
  }

  @Test
  void everyCalendarThatExistsCanBeReadForYears() {
    for (String country : SERVED) {
      for (int year = 2024; year <= 2040; year++) {
        LocalDate first = LocalDate.of(year, 1, 1);
        long free =
            first
                .datesUntil(first.plusYears(1))
                .filter(day -> holidays.on(new Country(country), day))
                .count();
        assertThat(free).as(country + " " + year).isBetween(country.equals("IL") ? 0L : 5L, 25L);
      }
    }
  }
}
