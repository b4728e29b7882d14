package org.termin.tracker.wave;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the newest release says of one country, and what the one before said.
 *
 * @param day when the newest was released; none: nothing ever was
 * @param waves by document and period; empty where there are too few
 * @param dayBefore when the one before was released; none: there was none
 */
public record Release(
    @Nullable LocalDate day,
    List<Wave> waves,
    @Nullable LocalDate dayBefore,
    List<Wave> wavesBefore) {
  /** So many days lie between two releases. */
  public static final int DAYS_BETWEEN = 28;

  public Release {
    waves = List.copyOf(waves);
    wavesBefore = List.copyOf(wavesBefore);
  }

  /** The newest two of these, the newest first. */
  public static Release of(List<LocalDate> days, List<Wave> waves) {
    LocalDate newest = days.isEmpty() ? null : days.getFirst();
    LocalDate before = days.size() < 2 ? null : days.get(1);
    return new Release(newest, on(newest, waves), before, on(before, waves));
  }

  private static List<Wave> on(@Nullable LocalDate day, List<Wave> waves) {
    return waves.stream().filter(wave -> wave.released().equals(day)).toList();
  }
}
