package org.termin.notifier.wave;

import java.util.random.RandomGenerator;

/**
 * What is added to every figure: heads less tails of {@value #COINS} coins, halved; a bell of
 * standard deviation 12. Many draws of a bell tell less together than as many of a peak, and a sum
 * of bits has no last digits that would give it away.
 */
record Noise(RandomGenerator random) {
  static final int COINS = 576;

  /** No draw is further from nought: it is drawn again. */
  static final int MOST = 42;

  int draw() {
    int drawn;
    do {
      int heads = 0;
      for (int bits = 0; bits < COINS; bits += Long.SIZE) {
        heads += Long.bitCount(random.nextLong());
      }
      drawn = heads - COINS / 2;
    } while (Math.abs(drawn) > MOST);
    return drawn;
  }
}
