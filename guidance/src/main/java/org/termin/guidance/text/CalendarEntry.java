package org.termin.guidance.text;

import java.util.Locale;

/** The days of a plan that people want in their calendar. */
public enum CalendarEntry {
  START,
  OPENS,
  APPLY,
  EXPIRY,
  GRACE;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
