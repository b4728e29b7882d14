package org.termin.notifier.policy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** When people are written to where they live: the hours of a day, and the days of a week. */
final class Daytime {

  /** Messages leave in these local hours, the first included, the last not. */
  static final LocalTime OPENS = LocalTime.of(9, 0);

  static final LocalTime CLOSES = LocalTime.of(20, 0);

  /** What is on its way must have arrived by then. */
  static final LocalTime SILENCE = LocalTime.of(21, 0);

  private final Holidays holidays;

  Daytime(Holidays holidays) {
    this.holidays = holidays;
  }

  boolean isNight(Case c) {
    LocalTime time = c.now().atZone(c.zone()).toLocalTime();
    return time.isBefore(OPENS) || !time.isBefore(CLOSES);
  }

  boolean isRestingSunday(Case c) {
    return c.today().getDayOfWeek() == DayOfWeek.SUNDAY && !c.isPressing(c.now());
  }

  boolean isRestingHoliday(Case c) {
    return holidays.on(c.host(), c.today()) && !c.isPressing(c.now());
  }

  /** The next opening hour; today's, if it is still to come. */
  Instant nextMorning(Case c) {
    LocalTime time = c.now().atZone(c.zone()).toLocalTime();
    return morning(c, time.isBefore(OPENS) ? c.today() : c.today().plusDays(1));
  }

  /** The opening hour of tomorrow, or of the first day after it that is no day of rest. */
  Instant tomorrow(Case c) {
    return morning(c, c.today().plusDays(1));
  }

  /**
   * The opening hour of that day, or of the first after it that is no day of rest for this case.
   */
  Instant morning(Case c, LocalDate from) {
    LocalDate day = from;
    while (rests(c, day)) {
      day = day.plusDays(1);
    }
    return opening(c, day);
  }

  private boolean rests(Case c, LocalDate day) {
    return (day.getDayOfWeek() == DayOfWeek.SUNDAY || holidays.on(c.host(), day))
        && !c.isPressing(opening(c, day));
  }

  private static Instant opening(Case c, LocalDate day) {
    return day.atTime(OPENS).atZone(c.zone()).toInstant();
  }

  /** How long is left until messages must have arrived; not positive at night. */
  static Duration untilSilence(Case c) {
    ZonedDateTime local = c.now().atZone(c.zone());
    return Duration.between(local, local.with(SILENCE));
  }
}
