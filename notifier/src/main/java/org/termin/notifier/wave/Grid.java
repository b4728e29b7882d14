package org.termin.notifier.wave;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The days of releases: every fourth Monday, in every installation and whatever happens. When a
 * figure is drawn follows from the calendar alone, so that it tells nothing.
 */
final class Grid {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
  private static final int DAYS = 28;

  /** So many releases after it was drawn a figure is drawn again. */
  static final int TURNS = 4;

  private Grid() {}

  /** The release of that day, or the last one before it. */
  static LocalDate newest(LocalDate today) {
    return FIRST.plusDays((long) DAYS * index(today));
  }

  /** The release before that one. */
  static LocalDate before(LocalDate release) {
    return release.minusDays(DAYS);
  }

  /** Whether it is that lot's turn; one whose turn was slept through is drawn at the next. */
  static boolean isTurn(Lot lot, @Nullable LocalDate drawn, LocalDate release) {
    return drawn == null
        ? Math.floorMod(index(release), TURNS) == lot.turn()
        : !drawn.plusDays((long) DAYS * TURNS).isAfter(release);
  }

  private static int index(LocalDate day) {
    return Math.toIntExact(Math.floorDiv(ChronoUnit.DAYS.between(FIRST, day), DAYS));
  }
}
