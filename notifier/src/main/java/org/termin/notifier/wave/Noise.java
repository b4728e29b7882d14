package org.termin.notifier.wave;

import java.util.random.RandomGenerator;

/**
 * What is added to every figure: heads less tails of so many coins, halved; of {@value #COINS} a
 * bell of standard deviation 12. Many draws of a bell tell less together than as many of a peak,
 * and a sum of bits has no last digits that would give it away.
 */
record Noise(RandomGenerator random, int coins, int most) {
  static final int COINS = 576;

  /** No draw is further from nought: it is drawn again. */
  static final int MOST = 42;

  /** The noise of waves. */
  Noise(RandomGenerator random) {
    this(random, COINS, MOST);
  }

  Noise {
    if (coins % Long.SIZE != 0) {
      throw new IllegalArgumentException("coins are tossed 64 at a time");
    }
  }

  int draw() {
    int drawn;
    do {
      int heads = 0;
      for (int bits = 0; bits < coins; bits += Long.SIZE) {
        heads += Long.bitCount(random.nextLong());
      }
      drawn = heads - coins / 2;
    } while (Math.abs(drawn) > most);
    return drawn;
  }
}
