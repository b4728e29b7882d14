package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A month or a quarter of the calendar. */
record Period(YearMonth first, int months) {
  private static final int QUARTER = 3;

  /** A figure is drawn for so long ahead that two years of it are left when it is drawn again. */
  static final int QUARTERS_AHEAD = 10;

  Period {
    if (months != 1 && months != QUARTER || (first.getMonthValue() - 1) % months != 0) {
      throw new IllegalArgumentException("a month, or a quarter of the calendar");
    }
  }

  /** From the quarter of a release to the end of what is drawn at it, in quarters or in months. */
  static List<Period> ahead(LocalDate release, boolean monthly) {
    YearMonth first = first(release);
    int step = monthly ? 1 : QUARTER;
    return Stream.iterate(first, month -> month.plusMonths(step))
        .limit((long) QUARTERS_AHEAD * QUARTER / step)
        .map(month -> new Period(month, step))
        .toList();
  }

  /** The first month that counts at a release. */
  static YearMonth first(LocalDate release) {
    return YearMonth.of(release.getYear(), release.getMonth().firstMonthOfQuarter());
  }

  /** The last month that counts at a release. */
  static YearMonth last(LocalDate release) {
    return first(release).plusMonths((long) QUARTERS_AHEAD * QUARTER - 1);
  }

  Stream<YearMonth> all() {
    return IntStream.range(0, months).mapToObj(first::plusMonths);
  }

  boolean isOver(LocalDate day) {
    return !first.plusMonths(months).atDay(1).isAfter(day);
  }
}
