package org.termin.notifier.wave;

import java.time.LocalDate;

/**
 * One figure that is released.
 *
 * @param households about so many, in steps of five
 * @param drawn the release at which it was drawn
 */
record Cell(Series series, Period period, int households, LocalDate drawn)
    implements Figure<Series> {
  @Override
  public Series lot() {
    return series;
  }

  @Override
  public boolean isOver(LocalDate day) {
    return period.isOver(day);
  }
}
