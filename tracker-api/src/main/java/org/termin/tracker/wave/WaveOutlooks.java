package org.termin.tracker.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.guidance.Guidance;
import org.termin.guidance.wave.Ending;
import org.termin.guidance.wave.Forecast;
import org.termin.guidance.wave.Load;
import org.termin.guidance.wave.Unextended;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.wave.Wave.Period;
import org.termin.tracker.web.Say;

/** What the rules make of a country's released figures: when people have to begin and to apply. */
@Component
public class WaveOutlooks {
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int QUARTERS = 8;

  /** Nothing smaller stands on any page, though it is only reckoned from what is public. */
  private static final int LEAST = 15;

  private final Guidance guidance;
  private final StoreClock clock;

  WaveOutlooks(Guidance guidance, StoreClock clock) {
    this.guidance = guidance;
    this.clock = clock;
  }

  /**
   * What the page shows, for two years from this quarter on.
   *
   * @param overdue a sentence, if there are any
   * @param unknown a sentence, if there are any
   * @param busiest the quarter in which most have to begin, if it can be said
   * @param scenarios a sentence for each way that may not be extended
   */
  public record Outlook(
      @Nullable String overdue,
      @Nullable String unknown,
      List<Line> lines,
      @Nullable Line busiest,
      List<String> scenarios) {}

  /** A quarter, with numbers in fives; consultations are those of one of its months. */
  public record Line(String period, String begin, String apply, String end, String consultations) {}

  /** Of the figures of one country. */
  public Outlook of(List<Wave> waves, Say say) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    List<Ending> endings = waves.stream().map(WaveOutlooks::ending).toList();
    Forecast forecast = Forecast.of(endings, guidance, today);
    Map<YearMonth, Load> quarters = quarters(forecast, YearMonth.from(today));
    return new Outlook(
        sentence("wave.rules.overdue", forecast.overdue(), say),
        sentence("wave.rules.unknown", forecast.unknown(), say),
        quarters.entrySet().stream().map(WaveOutlooks::line).toList(),
        quarters.entrySet().stream()
            .max(Map.Entry.comparingByValue(Comparator.comparingDouble(Load::begin)))
            .filter(most -> Load.about(most.getValue().begin()) >= LEAST)
            .map(WaveOutlooks::line)
            .orElse(null),
        scenarios(endings, say));
  }

  private static Ending ending(Wave wave) {
    return new Ending(
        new Country(wave.country()),
        Documents.of(wave.document()),
        wave.period().first(),
        wave.months(),
        wave.households());
  }

  private static @Nullable String sentence(String key, double households, Say say) {
    int about = Load.about(households);
    return about < LEAST ? null : say.text(key, Integer.toString(about));
  }

  private List<String> scenarios(List<Ending> endings, Say say) {
    return endings.stream()
        .map(Ending::country)
        .findFirst()
        .flatMap(guidance::pack)
        .map(pack -> Unextended.of(endings, pack))
        .orElse(List.of())
        .stream()
        .flatMap(one -> scenario(one, say).stream())
        .toList();
  }

  private static Optional<String> scenario(Unextended one, Say say) {
    int about = Load.about(one.households());
    return about < LEAST
        ? Optional.empty()
        : Optional.of(
            say.text(
                one.others().isEmpty() ? "wave.unextended.alone" : "wave.unextended.others",
                say.text("document." + one.route().document()),
                say.date(one.knownUntil()),
                Integer.toString(about)));
  }

  private static Map<YearMonth, Load> quarters(Forecast forecast, YearMonth now) {
    Map<YearMonth, Load> quarters = new TreeMap<>();
    YearMonth first = Period.quarterOf(now);
    for (int n = 0; n < QUARTERS; n++) {
      quarters.put(first.plusMonths((long) n * MONTHS_OF_A_QUARTER), new Load(0, 0, 0));
    }
    forecast
        .months()
        .forEach(
            (month, load) ->
                quarters.computeIfPresent(
                    Period.quarterOf(month), (_, before) -> before.plus(load)));
    return quarters;
  }

  private static Line line(Map.Entry<YearMonth, Load> quarter) {
    Load load = quarter.getValue();
    return new Line(
        WaveTable.text(new Period(quarter.getKey(), MONTHS_OF_A_QUARTER)),
        about(load.begin()),
        about(load.apply()),
        about(load.end()),
        about(load.begin() / MONTHS_OF_A_QUARTER));
  }

  private static String about(double households) {
    int about = Load.about(households);
    return about < LEAST ? "–" : Integer.toString(about);
  }
}
