package org.termin.notifier.punctuality;

/** How many households had all their reminders of a week in time, and how many had not. */
record Tally(int inTime, int late) {
  Tally {
    if (inTime < 0 || late < 0) {
      throw new IllegalArgumentException("fewer than nobody");
    }
  }
}
