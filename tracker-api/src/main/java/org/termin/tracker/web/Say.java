package org.termin.tracker.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** The texts of one language, and days as people read them: weekday and 14.03.2027. */
public record Say(MessageSource texts, Locale locale) {
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

  public String text(String key, Object... parts) {
    return texts.getMessage(key, parts.length == 0 ? null : parts, locale);
  }

  /** A day long ago, of which nobody asks the weekday. */
  public String date(LocalDate day) {
    return DAY.format(day);
  }

  public String day(LocalDate day) {
    return date(day)
        + " ("
        + day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale)
        + ")";
  }
}
