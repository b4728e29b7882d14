package org.termin.tracker.open;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.guidance.Guidance;
import org.termin.guidance.wave.Forecast;
import org.termin.guidance.wave.Load;
import org.termin.tracker.Store.StoreClock;
import org.termin.tracker.web.Say;

/** What the rules make of a country's released figures: when people have to begin and to apply. */
@Component
class WaveOutlooks {
  private static final int MONTHS_OF_A_QUARTER = 3;
  private static final int QUARTERS = 8;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MM.uuuu");

  private final Waves waves;
  private final Guidance guidance;
  private final StoreClock clock;

  WaveOutlooks(Waves waves, Guidance guidance, StoreClock clock) {
    this.waves = waves;
    this.guidance = guidance;
    this.clock = clock;
  }

  /**
   * What the page shows, for two years from this quarter on.
   *
   * @param overdue a sentence, if there are any
   * @param unknown a sentence, if there are any
   */
  record Outlook(@Nullable String overdue, @Nullable String unknown, List<Line> lines) {}

  /** A quarter, with numbers in fives; consultations are those of one of its months. */
  record Line(String period, int begin, int apply, int end, int consultations) {}

  Outlook of(String code, Say say) {
    LocalDate today = LocalDate.ofInstant(clock.now(), ZoneOffset.UTC);
    Forecast forecast = Forecast.of(waves.endings(code), guidance, today);
    return new Outlook(
        sentence("wave.rules.overdue", forecast.overdue(), say),
        sentence("wave.rules.unknown", forecast.unknown(), say),
        lines(forecast, YearMonth.from(today)));
  }

  private static @Nullable String sentence(String key, double households, Say say) {
    int about = Load.about(households);
    return about == 0 ? null : say.text(key, Integer.toString(about));
  }

  private static List<Line> lines(Forecast forecast, YearMonth now) {
    Map<YearMonth, Load> quarters = new TreeMap<>();
    YearMonth first = quarter(now);
    for (int n = 0; n < QUARTERS; n++) {
      quarters.put(first.plusMonths((long) n * MONTHS_OF_A_QUARTER), new Load(0, 0, 0));
    }
    forecast
        .months()
        .forEach(
            (month, load) ->
                quarters.computeIfPresent(quarter(month), (_, before) -> before.plus(load)));
    List<Line> lines = new ArrayList<>();
    quarters.forEach(
        (start, load) ->
            lines.add(
                new Line(
                    MONTH.format(start)
                        + " – "
                        + MONTH.format(start.plusMonths(MONTHS_OF_A_QUARTER - 1)),
                    Load.about(load.begin()),
                    Load.about(load.apply()),
                    Load.about(load.end()),
                    Load.about(load.begin() / MONTHS_OF_A_QUARTER))));
    return lines;
  }

  private static YearMonth quarter(YearMonth month) {
    return YearMonth.of(month.getYear(), month.getMonth().firstMonthOfQuarter());
  }
}
