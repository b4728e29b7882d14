package org.termin.notifier.wave;

import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/** What is said of a release: of a hundred households so many said stop, in coarse steps. */
final class StopShare {
  /** Of fewer, blurred, nothing is said: the noise would say more than the households. */
  static final int FEWEST_BLURRED = 1_000;

  /**
   * Narrower than that of waves, as hardly anybody stops more than once: standard deviation 5.7.
   */
  static final int COINS = 128;

  static final int MOST = 20;

  private static final int[] STEPS = {10, 5, 2, 1};
  private static final int ALL = 100;

  private StopShare() {}

  /** Empty where too few were written to. */
  static OptionalInt of(StopCount count, RandomGenerator random) {
    return of(count, new Noise(random).draw(), new Noise(random, COINS, MOST).draw());
  }

  static OptionalInt of(StopCount count, int noiseWritten, int noiseStopped) {
    int written = count.written() + noiseWritten;
    if (written < FEWEST_BLURRED) {
      return OptionalInt.empty();
    }
    int stopped = count.stopped() + noiseStopped;
    for (int step : STEPS) {
      if (stopped * ALL >= step * written) {
        return OptionalInt.of(step);
      }
    }
    return OptionalInt.of(0);
  }
}
