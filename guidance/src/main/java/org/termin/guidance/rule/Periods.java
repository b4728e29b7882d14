package org.termin.guidance.rule;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;

/**
 * Counting of limits: periods stay as the source gives them. The printed date is the last valid
 * day; months keep the day number, and where it does not exist an opening moves to the first of the
 * next month, everything else to the end of that month.
 */
public final class Periods {

  private Periods() {}

  /** The latest of several openings, all of which must hold. */
  public static LocalDate openingBefore(LocalDate end, List<Period> periods) {
    return periods.stream()
        .map(period -> openingBefore(end, period))
        .max(LocalDate::compareTo)
        .orElseThrow();
  }

  /** The earliest of several closings, all of which must hold. */
  public static LocalDate closingBefore(LocalDate end, List<Period> periods) {
    return periods.stream().map(end::minus).min(LocalDate::compareTo).orElseThrow();
  }

  /** The earliest of several ends of grace. */
  public static LocalDate graceAfter(LocalDate end, List<Period> periods) {
    return periods.stream().map(end::plus).min(LocalDate::compareTo).orElseThrow();
  }

  private static LocalDate openingBefore(LocalDate end, Period period) {
    LocalDate byMonths = end.minusMonths(period.toTotalMonths());
    boolean dayExists =
        period.toTotalMonths() == 0 || byMonths.getDayOfMonth() == end.getDayOfMonth();
    LocalDate from = dayExists ? byMonths : byMonths.plusMonths(1).withDayOfMonth(1);
    return from.minusDays(period.getDays());
  }

  static void check(Period period, Claim claim) {
    if (period.isNegative()) {
      throw new IllegalArgumentException("a negative period in " + claim.id());
    }
  }

  static List<Period> checked(List<Period> periods, Claim claim) {
    if (periods.isEmpty()) {
      throw new IllegalArgumentException("a limit without a figure in " + claim.id());
    }
    periods.forEach(period -> check(period, claim));
    return List.copyOf(periods);
  }
}
