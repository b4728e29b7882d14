package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;

/**
 * What a release says to everybody about the two quarters after its own, summed over documents and
 * months: the waves that can still be prepared for.
 */
record Ahead(Map<Country, NavigableMap<YearMonth, Integer>> quarters) {
  private static final int QUARTERS = 2;
  private static final int MONTHS = 3;

  static Ahead of(Collection<Cell> cells, LocalDate release) {
    YearMonth first = Period.first(release).plusMonths(MONTHS);
    YearMonth end = first.plusMonths((long) QUARTERS * MONTHS);
    Map<Country, NavigableMap<YearMonth, Integer>> sums = new HashMap<>();
    for (Cell cell : cells) {
      YearMonth month = cell.period().first();
      boolean counts = !month.isBefore(first) && month.isBefore(end);
      if (counts && cell.series().scope().equals(Series.EVERYBODY)) {
        sums.computeIfAbsent(cell.series().country(), _ -> new TreeMap<>())
            .merge(Period.first(month.atDay(1)), cell.households(), Integer::sum);
      }
    }
    return new Ahead(Map.copyOf(sums));
  }

  /** The quarters somebody asked to be told of, nearest first; none for a household. */
  List<YearMonth> wanted(Situation situation) {
    @Nullable Alert alert = situation.alert();
    NavigableMap<YearMonth, Integer> own = quarters.get(situation.country());
    return alert == null || own == null
        ? List.of()
        : own.entrySet().stream()
            .filter(quarter -> quarter.getValue() >= alert.atLeast())
            .map(Map.Entry::getKey)
            .toList();
  }

  boolean isNothing() {
    return quarters.isEmpty();
  }
}
