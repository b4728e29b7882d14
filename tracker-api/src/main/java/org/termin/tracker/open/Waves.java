package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.guidance.wave.Ending;
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

  private final JdbcClient db;
  private final MessageSource texts;

  Waves(JdbcClient db, MessageSource texts) {
    this.db = db;
    this.texts = texts;
  }

  /** What a page says of when. */
  record Released(String on, String next) {}

  /** One line of a country's table: a figure in words for each sort of document. */
  record Line(String period, List<String> figures) {}

  private record Cell(
      String country,
      String document,
      LocalDate periodStart,
      int months,
      int households,
      LocalDate drawn) {
    LocalDate last() {
      return periodStart.plusMonths(months).minusDays(1);
    }
  }

  /** Empty while nothing was ever released. */
  Optional<LocalDate> newest() {
    return db.sql("select max(released) from wave.release").query(LocalDate.class).optional();
  }

  Released released(LocalDate newest, Locale locale) {
    Say say = new Say(texts, locale);
    return new Released(say.date(newest), say.date(newest.plusDays(DAYS_BETWEEN)));
  }

  /** By small letters of the country's code: about how many in the next twelve months. */
  Map<String, String> years(LocalDate newest, Locale locale) {
    Say say = new Say(texts, locale);
    LocalDate end = newest.withDayOfMonth(1).plusMonths(MONTHS_OF_A_YEAR);
    return cells(newest).stream()
        .filter(cell -> cell.periodStart().isBefore(end))
        .collect(
            Collectors.groupingBy(
                cell -> cell.country().toLowerCase(Locale.ROOT),
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.summingInt(Cell::households),
                    sum -> say.text("wave.year", Integer.toString(sum)))));
  }

  /** The table of one country; empty where nothing can be said. */
  List<Line> table(String code, LocalDate newest, Locale locale) {
    Say say = new Say(texts, locale);
    Map<LocalDate, Map<String, Cell>> periods = new TreeMap<>();
    for (Cell cell : of(code, newest)) {
      periods.computeIfAbsent(cell.periodStart(), _ -> new TreeMap<>()).put(cell.document(), cell);
    }
    List<Line> lines = new ArrayList<>();
    periods.forEach((start, cells) -> lines.add(line(start, cells, say)));
    return lines;
  }

  private static Line line(LocalDate start, Map<String, Cell> cells, Say say) {
    LocalDate last =
        cells.values().stream().map(Cell::last).max(LocalDate::compareTo).orElse(start);
    List<String> figures =
        Arrays.stream(DocumentType.values())
            .map(
                document -> {
                  Cell cell = cells.get(document.wire());
                  return cell == null
                      ? say.text("wave.cell.few")
                      : say.text("wave.cell", Integer.toString(cell.households()));
                })
            .toList();
    String from = MONTH.format(start);
    String to = MONTH.format(last);
    return new Line(from.equals(to) ? from : from + " – " + to, figures);
  }

  /** The same figures for reckoning. */
  List<Ending> endings(String code, LocalDate newest) {
    return of(code, newest).stream()
        .map(
            cell ->
                new Ending(
                    new Country(cell.country()),
                    Objects.requireNonNull(SORTS.get(cell.document()), "a sort of document"),
                    YearMonth.from(cell.periodStart()),
                    cell.months(),
                    cell.households()))
        .toList();
  }

  /** On which days the figures of a country were drawn. */
  List<String> drawn(String code, LocalDate newest, Locale locale) {
    Say say = new Say(texts, locale);
    return new TreeSet<>(of(code, newest).stream().map(Cell::drawn).toList())
        .stream().map(say::date).toList();
  }

  private Collection<Cell> of(String code, LocalDate newest) {
    String country = code.toUpperCase(Locale.ROOT);
    return cells(newest).stream().filter(cell -> cell.country().equals(country)).toList();
  }

  private List<Cell> cells(LocalDate newest) {
    return db.sql(
            """
            select country, document, period_start, months, households, drawn from wave.cell
             where released = :newest order by country, document, period_start
            """)
        .param("newest", newest)
        .query(Cell.class)
        .list();
  }
}
