package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.wave.Ending;
import org.termin.tracker.http.ReleasedWaves;
import org.termin.tracker.http.ReleasedWaves.Wave;
import org.termin.tracker.web.Say;

/**
 * The newest release of waves in words; everything that hides people has been done to it before.
 */
@Component
class Waves {
  private static final int DAYS_BETWEEN = 28;
  private static final int MONTHS_OF_A_YEAR = 12;
  private static final Map<String, DocumentType> SORTS =
      Arrays.stream(DocumentType.values())
          .collect(Collectors.toMap(DocumentType::wire, type -> type));
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.uuuu");

  private final ReleasedWaves newest;

  Waves(ReleasedWaves newest) {
    this.newest = newest;
  }

  /** What a page says of when. */
  record Released(String on, String next) {}

  /** What can be said of one country, and on which days it was drawn. */
  record Table(List<Line> lines, List<String> drawn) {}

  /** A figure in words for each sort of document. */
  record Line(String period, List<String> figures) {}

  /** One document may still be said by quarters while another is said by months. */
  private record Period(LocalDate start, int months) {
    static final Comparator<Period> IN_ORDER =
        Comparator.comparing(Period::start).thenComparing(Period::months);

    static Period of(Wave wave) {
      return new Period(wave.periodStart(), wave.months());
    }

    LocalDate last() {
      return start.plusMonths(months).minusDays(1);
    }

    boolean overlaps(Period other) {
      return !start.isAfter(other.last()) && !other.start().isAfter(last());
    }

    String text() {
      String from = MONTH.format(start);
      return months == 1 ? from : from + " – " + MONTH.format(last());
    }
  }

  /** Empty while nothing was ever released. */
  Optional<Released> released(Say say) {
    return newest
        .newest()
        .map(day -> new Released(say.date(day), say.date(day.plusDays(DAYS_BETWEEN))));
  }

  /** By small letters of the country's code: about how many in the next twelve months. */
  Map<String, String> years(Say say) {
    return newest.waves().stream()
        .filter(
            wave ->
                wave.periodStart()
                    .isBefore(wave.released().withDayOfMonth(1).plusMonths(MONTHS_OF_A_YEAR)))
        .collect(
            Collectors.groupingBy(
                wave -> wave.country().toLowerCase(Locale.ROOT),
                Collectors.collectingAndThen(
                    Collectors.summingInt(Wave::households),
                    sum -> say.text("wave.year", Integer.toString(sum)))));
  }

  /** The table of one country, by the small letters of its code. */
  Table table(String code, Say say) {
    String country = code.toUpperCase(Locale.ROOT);
    List<Wave> waves =
        newest.waves().stream().filter(wave -> wave.country().equals(country)).toList();
    Map<Period, Map<String, Wave>> periods = new TreeMap<>(Period.IN_ORDER);
    for (Wave wave : waves) {
      periods.computeIfAbsent(Period.of(wave), _ -> new TreeMap<>()).put(wave.document(), wave);
    }
    List<Line> lines = new ArrayList<>();
    periods.forEach((period, cells) -> lines.add(line(period, cells, waves, say)));
    return new Table(
        lines, waves.stream().map(Wave::drawn).distinct().sorted().map(say::date).toList());
  }

  private static Line line(Period period, Map<String, Wave> cells, List<Wave> all, Say say) {
    List<String> figures =
        Arrays.stream(DocumentType.values())
            .map(DocumentType::wire)
            .map(
                document -> {
                  Wave wave = cells.get(document);
                  if (wave != null) {
                    return say.text("wave.cell", Integer.toString(wave.households()));
                  }
                  return isSaidElsewhere(document, period, all) ? "–" : say.text("wave.cell.few");
                })
            .toList();
    return new Line(period.text(), figures);
  }

  /** Not too few, but said in another line. */
  private static boolean isSaidElsewhere(String document, Period period, List<Wave> all) {
    return all.stream()
        .anyMatch(wave -> wave.document().equals(document) && period.overlaps(Period.of(wave)));
  }

  /** The same figures for reckoning. */
  List<Ending> endings(String code) {
    String country = code.toUpperCase(Locale.ROOT);
    return newest.waves().stream()
        .filter(wave -> wave.country().equals(country))
        .map(
            wave ->
                new Ending(
                    new Country(wave.country()),
                    Objects.requireNonNull(SORTS.get(wave.document()), "a sort of document"),
                    YearMonth.from(wave.periodStart()),
                    wave.months(),
                    wave.households()))
        .toList();
  }
}
