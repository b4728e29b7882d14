package org.termin.notifier.punctuality;

import java.util.OptionalInt;

/** What is said of a week: of 100 households at least so many, in coarse steps. */
final class Share {

  /** Of fewer households nothing is ever said. */
  static final int FEWEST = 11;

  /** Both figures may have been blurred upwards, and still there must be enough behind them. */
  static final int FEWEST_BLURRED = FEWEST + 2 * Blur.MOST;

  private static final int[] STEPS = {95, 80, 50};
  private static final int ALL = 100;

  private Share() {}

  /** Empty where there are too few to say. */
  static OptionalInt of(Tally tally, Blur blur) {
    return of(tally, blur.draw(), blur.draw());
  }

  static OptionalInt of(Tally tally, int noiseInTime, int noiseLate) {
    int inTime = Math.max(0, tally.inTime() + noiseInTime);
    int all = inTime + Math.max(0, tally.late() + noiseLate);
    if (all < FEWEST_BLURRED) {
      return OptionalInt.empty();
    }
    for (int step : STEPS) {
      if (inTime * ALL >= step * all) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.of(0);
  }
}
