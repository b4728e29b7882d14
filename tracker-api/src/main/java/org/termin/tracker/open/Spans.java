package org.termin.tracker.open;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.termin.tracker.web.Say;

/** Periods in words, as the law counts them: two months are not sixty days. */
public record Spans(Say say) {
  private static final int MONTHS_OF_A_YEAR = 12;

  /** Several that must all hold. */
  String of(List<Period> periods) {
    return periods.stream().map(this::of).collect(Collectors.joining(" / "));
  }

  String of(Period period) {
    List<String> parts = new ArrayList<>();
    long months = period.toTotalMonths();
    if (months > 0 && months % MONTHS_OF_A_YEAR == 0) {
      parts.add(counted("year", months / MONTHS_OF_A_YEAR));
    } else if (months > 0) {
      parts.add(counted("month", months));
    }
    if (period.getDays() > 0 || parts.isEmpty()) {
      parts.add(counted("day", period.getDays()));
    }
    return String.join(" + ", parts);
  }

  private String counted(String unit, long number) {
    return say.text("span." + unit + "." + form(number), Long.toString(number));
  }

  private String form(long number) {
    if (say.locale().getLanguage().equals("en")) {
      return number == 1 ? "one" : "many";
    }
    boolean teens = number % 100 >= 11 && number % 100 <= 14;
    if (number % 10 == 1 && !teens) {
      return "one";
    }
    return number % 10 >= 2 && number % 10 <= 4 && !teens ? "few" : "many";
  }
}
