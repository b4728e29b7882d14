package org.termin.contract.words;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days of documents: read without echoing what could not be read. */
final class Days {

  private static final LocalDate FIRST = LocalDate.of(1970, 1, 1);
  static final LocalDate LAST = LocalDate.of(2199, 12, 31);

  private Days() {}

  static LocalDate of(String written) {
    try {
      return plausible(LocalDate.parse(written));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a day");
    }
  }

  static LocalDate plausible(LocalDate day) {
    if (day.isBefore(FIRST) || day.isAfter(LAST)) {
      throw new IllegalArgumentException("not a plausible day");
    }
    return day;
  }
}
