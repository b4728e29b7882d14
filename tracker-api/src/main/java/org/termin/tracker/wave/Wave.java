package org.termin.tracker.wave;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;

/**
 * About so many households in a country have a document of a sort that ends in a period.
 *
 * @param released a Monday, every fourth one
 * @param document the wire word of its sort
 * @param periodStart the first day of a month
 * @param months 1 or 3
 * @param households in steps of five and blurred; never below 45
 * @param drawn the release this figure was drawn for
 */
public record Wave(
    LocalDate released,
    String country,
    String document,
    LocalDate periodStart,
    int months,
    int households,
    LocalDate drawn) {

  /** When. */
  Period period() {
    return new Period(YearMonth.from(periodStart), months);
  }

  /** One document may still be said by quarters while another is said by months. */
  record Period(YearMonth first, int months) implements Comparable<Period> {
    private static final Comparator<Period> IN_ORDER =
        Comparator.comparing(Period::first).thenComparing(Period::months);

    YearMonth last() {
      return first.plusMonths(months - 1L);
    }

    boolean overlaps(Period other) {
      return !first.isAfter(other.last()) && !other.first().isAfter(last());
    }

    /** The quarter it lies in: a period never reaches over the end of one. */
    YearMonth quarter() {
      return quarterOf(first);
    }

    static YearMonth quarterOf(YearMonth month) {
      return YearMonth.of(month.getYear(), month.getMonth().firstMonthOfQuarter());
    }

    @Override
    public int compareTo(Period other) {
      return IN_ORDER.compare(this, other);
    }
  }
}
