package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every draw of the noise is tried, so these are not samples but all there is. */
class DisclosureTest {
  /**
   * Two tables of two documents each and one of reports, in which a household says one thing at a
   * time, and seven draws of each in two years.
   */
  private static final int LIFETIME = (2 * 2 + 1) * 7;

  private static final double STEP = 1e-3;

  private final Odds odds = new Odds();

  @Test
  void ofFewerThanElevenHouseholdsNothingIsEverSaid() {
    for (int households = 0; households < 11; households++) {
      assertThat(odds.said(households)).containsOnlyKeys(Odds.NOTHING);
    }
    // and it is the noise at its furthest that decides it, not luck
    assertThat(odds.said(11)).containsKeys(Odds.NOTHING, 55);
  }

  @Test
  void whatIsSaidIsInFivesAndNeverBelowFortyFive() {
    for (int households = 0; households < 500; households++) {
      assertThat(odds.said(households).keySet())
          .allMatch(said -> said == Odds.NOTHING || said % 5 == 0 && said >= 45);
    }
  }

  @Test
  void aLargeCountIsSaidToWithinFortyFour() {
    assertThat(odds.said(400).keySet()).allMatch(said -> Math.abs(said - 400) <= 44);
  }

  /** Who knows everybody else exactly, and sees each draw before it is rounded. */
  @Test
  void inTwoYearsOfReleasesNobodysPresenceIsGuessedBetterThanSixInTen() {
    assertThat(guess(1)).isBetween(0.5, 0.53);
    assertThat(guess(LIFETIME)).isBetween(0.57, 0.60);
    assertThat(guess(4 * LIFETIME)).as("a guess that can be good").isGreaterThan(0.65);
  }

  /** How often the best guess is right of which of two counts so many draws were made. */
  private static double guess(int draws) {
    int furthest = Math.round((float) (Math.abs(leaning(-Noise.MOST)) / STEP)) + 1;
    int middle = draws * furthest;
    double[] sums = new double[2 * middle + 1];
    sums[middle] = 1;
    double open = 1;
    double certain = 0;
    for (int n = 0; n < draws; n++) {
      double[] next = new double[sums.length];
      double kept = 0;
      // one more household lifts the draw by one; what only that can give, gives it away
      for (int z = -Noise.MOST; z < Noise.MOST; z++) {
        int step = Math.round((float) (leaning(z) / STEP));
        double weight = Odds.ofNoise(z);
        kept += weight;
        for (int at = middle - n * furthest; at <= middle + n * furthest; at++) {
          next[at + step] += weight * sums[at];
        }
      }
      certain += open * (1 - kept);
      open *= kept;
      sums = next;
    }
    double right = certain + sums[middle] / 2;
    for (int at = middle + 1; at < sums.length; at++) {
      right += sums[at];
    }
    return right;
  }

  private static double leaning(int z) {
    return Math.log(Odds.ofNoise(z) / Odds.ofNoise(Math.min(z + 1, Noise.MOST)));
  }

  @Test
  void theNoiseIsDrawnAsOftenAsItsOddsSay() {
    Noise noise = new Noise(new Random(7));
    int[] seen = new int[2 * Noise.MOST + 1];
    int draws = 400_000;
    for (int n = 0; n < draws; n++) {
      seen[Noise.MOST + noise.draw()]++;
    }
    Set<Integer> missing = new HashSet<>();
    for (int z = -30; z <= 30; z++) {
      double expected = Odds.ofNoise(z) * draws;
      if (Math.abs(seen[Noise.MOST + z] - expected) > 5 * Math.sqrt(expected)) {
        missing.add(z);
      }
    }
    assertThat(missing).isEmpty();
  }
}
