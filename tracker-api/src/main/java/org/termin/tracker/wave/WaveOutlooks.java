package org.termin.tracker.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
   * @param scenarios a sentence for each way that may not be extended
   */
  public record Outlook(
      @Nullable String overdue,
      @Nullable String unknown,
      List<Line> lines,
      List<String> scenarios) {}

  /** A quarter, with numbers in fives; consultations are those of one of its months. */
  public record Line(String period, int begin, int apply, int end, int consultations) {}

  /** Of the figures of one country. */
  public Outlook of(List<Wave> waves, Say say) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    List<Ending> endings = waves.stream().map(WaveOutlooks::ending).toList();
    Forecast forecast = Forecast.of(endings, guidance, today);
    return new Outlook(
        sentence("wave.rules.overdue", forecast.overdue(), say),
        sentence("wave.rules.unknown", forecast.unknown(), say),
        lines(forecast, YearMonth.from(today)),
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
    return about == 0 ? null : say.text(key, Integer.toString(about));
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
    return about == 0
        ? Optional.empty()
        : Optional.of(
            say.text(
                one.others().isEmpty() ? "wave.unextended.alone" : "wave.unextended.others",
                say.text("document." + one.route().document()),
                say.date(one.knownUntil()),
                Integer.toString(about)));
  }

  private static List<Line> lines(Forecast forecast, YearMonth now) {
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
    List<Line> lines = new ArrayList<>();
    quarters.forEach(
        (start, load) -> lines.add(line(new Period(start, MONTHS_OF_A_QUARTER), load)));
    return lines;
  }

  private static Line line(Period quarter, Load load) {
    return new Line(
        WaveTable.text(quarter),
        Load.about(load.begin()),
        Load.about(load.apply()),
        Load.about(load.end()),
        Load.about(load.begin() / MONTHS_OF_A_QUARTER));
  }
}
