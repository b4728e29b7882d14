package org.termin.notifier.wave;

import java.util.OptionalInt;

/** What may be said of a count (S17, decision 0170): blurred, then only if large, then rounded. */
final class Disclosure {
  /** Of fewer households nothing is ever said. */
  static final int FEWEST = 11;

  /** What was blurred upwards must still have enough households behind it. */
  static final int FEWEST_BLURRED = FEWEST + Noise.MOST;

  private static final int STEP = 5;

  private Disclosure() {}

  /** Empty where there are too few to say. */
  static OptionalInt of(int households, Noise noise) {
    return of(households, noise.draw());
  }

  static OptionalInt of(int households, int noise) {
    int blurred = households + noise;
    return blurred < FEWEST_BLURRED
        ? OptionalInt.empty()
        : OptionalInt.of((blurred + STEP / 2) / STEP * STEP);
  }
}
