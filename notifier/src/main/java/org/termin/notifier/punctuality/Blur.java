package org.termin.notifier.punctuality;

import java.util.random.RandomGenerator;

/**
 * Noise that hides one household: the difference of two geometric draws, drawn again beyond the
 * bound. Whole numbers only, as the last digits of a logarithm would give the noise away.
 */
record Blur(RandomGenerator random) {

  /** In hundredths: so much less likely is each further step. */
  static final int ON = 68;

  /** No draw is further from nought. */
  static final int MOST = 12;

  private static final int ALL = 100;

  int draw() {
    int drawn;
    do {
      int up = steps();
      int down = steps();
      drawn = up - down;
    } while (Math.abs(drawn) > MOST);
    return drawn;
  }

  private int steps() {
    int steps = 0;
    while (random.nextInt(ALL) < ON) {
      steps++;
    }
    return steps;
  }
}
