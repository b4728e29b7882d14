package org.termin.notifier.punctuality;

import static java.time.DayOfWeek.MONDAY;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.LocalDate;

/** The lanes of the ledger, and until when a reminder of each is in time. */
enum Lane {
  /** Seven days or fewer are left to act. */
  URGENT(0, 2),
  /** May wait out Sundays and holidays, and the week between two texts to one phone. */
  CALM(1, 7);

  private static final int WEEK = 7;

  private final int column;
  private final int days;

  Lane(int column, int days) {
    this.column = column;
    this.days = days;
  }

  /** As the ledger has it. */
  int column() {
    return column;
  }

  /** The last day on which a reminder that was due on that day is in time. */
  LocalDate last(LocalDate due) {
    return due.plusDays(days);
  }

  /** The Monday of the newest week whose reminders have all had their days. */
  LocalDate newest(LocalDate today) {
    return today.minusDays(WEEK).minusDays(days).with(previousOrSame(MONDAY));
  }
}
