package org.termin.notifier.wave;

/** How many households were written to, and how many of them said stop; never leaves this room. */
record StopCount(int written, int stopped) {
  StopCount {
    if (stopped < 0 || stopped > written) {
      throw new IllegalArgumentException("only who was written to can stop it");
    }
  }
}
