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

  public String day(LocalDate day) {
    return DAY.format(day)
        + " ("
        + day.getDayOfWeek().getDisplayName(TextStyle.SHORT_STANDALONE, locale)
        + ")";
  }
}
