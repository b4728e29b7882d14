package org.termin.notifier.policy;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.termin.contract.words.Country;

/**
 * Public holidays of whole countries, from Jollyday's calendars: the day itself and, where it is
 * moved, the day people have off for it. A country without a calendar has none, so only its Sundays
 * count; a holiday of a region is a day like any other, because we do not ask for the region.
 */
public final class PublicHolidays implements Holidays {

  private static final Logger log = LoggerFactory.getLogger(PublicHolidays.class);

  /**
   * How many more days a holiday goes on than the calendar names. Turkey's Law 2429, article 2:
   * Ramazan Bayramı has three whole days, Kurban Bayramı four; their eves are half days and count
   * as ordinary ones.
   */
  private static final Map<String, Map<String, Integer>> LONGER =
      Map.of("TR", Map.of("ID_AL_FITR", 2, "ID_UL_ADHA", 3));

  private record CountryYear(Country country, int year) {}

  private final Map<CountryYear, Set<LocalDate>> known = new ConcurrentHashMap<>();

  /** The countries that have a calendar, by their ISO code. */
  static Set<String> countries() {
    return HolidayManager.getSupportedCalendarCodes().stream()
        .map(code -> code.toUpperCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  @Override
  public boolean on(Country country, LocalDate day) {
    // New Year's day off may lie in the old year
    return IntStream.of(day.getYear(), day.getYear() + 1)
        .anyMatch(year -> of(country, year).contains(day));
  }

  private Set<LocalDate> of(Country country, int year) {
    return known.computeIfAbsent(new CountryYear(country, year), PublicHolidays::read);
  }

  private static Set<LocalDate> read(CountryYear of) {
    String country = of.country().code();
    if (!countries().contains(country)) {
      return Set.of();
    }
    try {
      return HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)))
          .getHolidays(Year.of(of.year()), HolidayType.PUBLIC_HOLIDAY)
          .stream()
          .flatMap(holiday -> days(country, holiday))
          .collect(Collectors.toCollection(HashSet::new));
    } catch (RuntimeException e) {
      // a message on a holiday is better than none
      log.error("a calendar of public holidays cannot be read ({})", e.getClass().getSimpleName());
      return Set.of();
    }
  }

  private static Stream<LocalDate> days(String country, Holiday holiday) {
    String key = holiday.getPropertiesKey();
    int more =
        LONGER.getOrDefault(country, Map.of()).entrySet().stream()
            .filter(longer -> key.endsWith(longer.getKey()))
            .mapToInt(Map.Entry::getValue)
            .findFirst()
            .orElse(0);
    LocalDate first = holiday.getActualDate();
    return Stream.concat(
        first.datesUntil(first.plusDays(1L + more)), holiday.getObservedDate().stream());
  }
}
