package org.termin.tracker.wave;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.termin.tracker.http.Countries;
import org.termin.tracker.web.Say;

/** About how many in the next twelve months, by country. */
public final class WaveYears {
  private static final int MONTHS_OF_A_YEAR = 12;

  private WaveYears() {}

  /** One line of a list, with the small letters an address has. */
  public record Listed(String code, String name, String year) {}

  /** By the code of the country. */
  public static Map<String, Integer> of(List<Wave> waves) {
    return waves.stream()
        .filter(
            wave ->
                wave.periodStart()
                    .isBefore(wave.released().withDayOfMonth(1).plusMonths(MONTHS_OF_A_YEAR)))
        .collect(Collectors.groupingBy(Wave::country, Collectors.summingInt(Wave::households)));
  }

  /** In reading order. */
  public static List<Listed> listed(Map<String, Integer> years, Countries countries, Say say) {
    return countries.all(say.locale()).stream()
        .flatMap(
            one ->
                Optional.ofNullable(years.get(one.country().code()))
                    .map(year -> listed(one, year, say))
                    .stream())
        .toList();
  }

  private static Listed listed(Countries.Listed one, int year, Say say) {
    return new Listed(
        one.country().code().toLowerCase(Locale.ROOT),
        one.name(),
        say.text("wave.year", Integer.toString(year)));
  }
}
