package org.termin.notifier.policy;

import java.util.Locale;

/** The names of the gate's rules; what stopped a message is a metric tag and a word in the demo. */
public enum Rule {
  ERASED,
  PAUSED,
  NOTHING_LEFT_TO_TELL,
  TOO_LATE,
  NO_CONTACT,
  REFUSED_ROUTE,
  CHANNEL_CLOSED,
  NIGHT,
  SUNDAY,
  HOLIDAY,
  ONE_A_DAY,
  ONE_SMS_A_WEEK,
  BUDGET,
  TOO_SHORT;

  /** The word used as a metric tag. */
  public String tag() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
