package org.termin.standalone.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks into the ledger every five seconds while everything goes wrong: no reminder may vanish, and
 * none may be called told that the provider has not taken.
 */
final class WaveBooks implements AutoCloseable {
  private static final int EVERY_SECONDS = 5;

  private final Wave wave;
  private final long rows;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<String> faults = new ArrayList<>();
  private int looks;

  WaveBooks(Wave wave) {
    this.wave = wave;
    this.rows = wave.rows();
    clock.scheduleAtFixedRate(this::look, EVERY_SECONDS, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private synchronized void look() {
    // the ledger first: what it calls told now, the provider has taken before
    long told = wave.rowsTold();
    int taken = wave.told();
    long now = wave.rows();
    if (told < 0 || now < 0) {
      return;
    }
    looks++;
    if (now != rows) {
      faults.add("%d rows of %d".formatted(now, rows));
    }
    if (told > taken) {
      faults.add("%d told, %d taken".formatted(told, taken));
    }
  }

  /** How often the ledger could be looked at. */
  synchronized int looks() {
    return looks;
  }

  /** What did not balance. */
  synchronized List<String> faults() {
    return List.copyOf(faults);
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
