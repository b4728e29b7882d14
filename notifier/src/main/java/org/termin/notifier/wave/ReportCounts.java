package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.termin.contract.words.Hurdle;

/** How many households last met which hurdle, exactly; never leaves this room. */
final class ReportCounts {
  private final Map<ReportSeries, Map<Hurdle, Integer>> figures = new HashMap<>();

  void add(Reported one) {
    figures
        .computeIfAbsent(new ReportSeries(one.country()), _ -> new HashMap<>())
        .merge(one.hurdle(), 1, Integer::sum);
  }

  /** Draws a figure for every hurdle, also where nobody met it, and keeps those to be said. */
  List<ReportCell> draw(ReportSeries series, LocalDate release, Noise noise) {
    Map<Hurdle, Integer> exact = figures.getOrDefault(series, Map.of());
    List<ReportCell> said = new ArrayList<>();
    for (Hurdle hurdle : Hurdle.values()) {
      Disclosure.of(exact.getOrDefault(hurdle, 0), noise)
          .ifPresent(figure -> said.add(new ReportCell(series, hurdle, figure, release)));
    }
    return said;
  }
}
