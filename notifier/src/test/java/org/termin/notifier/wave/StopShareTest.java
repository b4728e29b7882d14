package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every draw of the noise is tried, so these are not samples but all there is. */
class StopShareTest {
  private static final int NOTHING = -1;
  private static final List<Integer> SAID = List.of(NOTHING, 0, 1, 2, 5, 10);

  /** A release every four weeks. */
  private static final int RELEASES_IN_TWO_YEARS = 26;

  private static final double[] ON_WRITTEN = Odds.noise(Noise.COINS, Noise.MOST);
  private static final double[] ON_STOPPED = Odds.noise(StopShare.COINS, StopShare.MOST);

  private final Map<StopCount, Map<Integer, Double>> known = new HashMap<>();

  /** What may be said of a release, and how probable each of it is. */
  private Map<Integer, Double> said(int written, int stopped) {
    return known.computeIfAbsent(
        new StopCount(written, stopped),
        count -> {
          Map<Integer, Double> said = new HashMap<>();
          for (int one = -Noise.MOST; one <= Noise.MOST; one++) {
            for (int other = -StopShare.MOST; other <= StopShare.MOST; other++) {
              said.merge(
                  StopShare.of(count, one, other).orElse(NOTHING),
                  ON_WRITTEN[one + Noise.MOST] * ON_STOPPED[other + StopShare.MOST],
                  Double::sum);
            }
          }
          return said;
        });
  }

  /** How often the best guess between two worlds is right, each as likely as the other. */
  private static double guess(Map<Integer, Double> one, Map<Integer, Double> other) {
    return SAID.stream()
        .mapToDouble(
            what -> Math.max(one.getOrDefault(what, 0.0), other.getOrDefault(what, 0.0)) / 2)
        .sum();
  }

  /** How much two worlds are alike (Bhattacharyya): of many releases these multiply. */
  private static double alike(Map<Integer, Double> one, Map<Integer, Double> other) {
    return SAID.stream()
        .mapToDouble(what -> Math.sqrt(one.getOrDefault(what, 0.0) * other.getOrDefault(what, 0.0)))
        .sum();
  }

  private interface Pair {
    void of(int written, int stopped);
  }

  /** Around the least that is said, where everything changes, and well above it. */
  private static void everywhere(Pair pair) {
    for (int written = 950; written <= 1_060; written += 5) {
      for (int stopped = 0; stopped <= written / 8; stopped++) {
        pair.of(written, stopped);
      }
    }
    for (int written : new int[] {1_200, 2_000}) {
      for (int stopped = 0; stopped <= written / 8; stopped++) {
        pair.of(written, stopped);
      }
    }
  }

  @Test
  void ofFewerThanNineHundredAndFiftyEightHouseholdsNothingIsEverSaid() {
    assertThat(said(957, 0)).containsOnlyKeys(NOTHING);
    assertThat(said(957, 957)).containsOnlyKeys(NOTHING);
    // and it is the noise at its furthest that decides it, not luck
    assertThat(said(958, 0)).containsKeys(NOTHING, 0);
  }

  @Test
  void whoKnowsEverybodyElseDoesNotSeeThatOneMoreSaidStop() {
    double[] best = {0};
    everywhere(
        (written, stopped) ->
            best[0] = Math.max(best[0], guess(said(written, stopped), said(written, stopped + 1))));
    assertThat(best[0]).isBetween(0.53, 0.54);
  }

  @Test
  void whoKnowsEverybodyElseDoesNotSeeThatOneMoreWasWrittenTo() {
    double[] best = {0};
    everywhere(
        (written, stopped) ->
            best[0] = Math.max(best[0], guess(said(written, stopped), said(written + 1, stopped))));
    assertThat(best[0]).isBetween(0.51, 0.52);
  }

  /**
   * Somebody who is written to before every release and says stop at the last, against nobody
   * there; the count stands where it tells most all the time.
   */
  @Test
  void inTwoYearsOfReleasesNobodyIsGuessedBetterThanSixInTen() {
    double[] presence = {1};
    double[] stop = {1};
    everywhere(
        (written, stopped) -> {
          Map<Integer, Double> without = said(written, stopped);
          presence[0] = Math.min(presence[0], alike(without, said(written + 1, stopped)));
          stop[0] = Math.min(stop[0], alike(without, said(written + 1, stopped + 1)));
        });
    double all = Math.pow(presence[0], RELEASES_IN_TWO_YEARS - 1) * stop[0];
    assertThat(presence[0]).isLessThan(1);
    assertThat((1 + Math.sqrt(1 - all * all)) / 2).isBetween(0.55, 0.60);
  }

  @ParameterizedTest
  @CsvSource({"6000,30,0", "6000,90,1", "6000,210,2", "6000,450,5", "6000,900,10", "6000,6000,10"})
  void ofManyWhatIsSaidIsTrueWhateverIsDrawn(int written, int stopped, int step) {
    assertThat(said(written, stopped)).containsOnlyKeys(step);
  }

  @ParameterizedTest
  @CsvSource({"1100,3,0,0.9", "1100,16,1,0.6", "1100,38,2,0.95", "1100,82,5,0.99", "2000,30,1,0.9"})
  void ofAThousandTheRightStepIsSaidMostlyAndElseTheNext(
      int written, int stopped, int step, double often) {
    Map<Integer, Double> said = said(written, stopped);
    assertThat(said.get(step)).isGreaterThan(often);
    int at = SAID.indexOf(step);
    double near =
        SAID.subList(Math.max(1, at - 1), Math.min(SAID.size(), at + 2)).stream()
            .mapToDouble(one -> said.getOrDefault(one, 0.0))
            .sum();
    assertThat(near).isGreaterThan(0.97);
  }

  @Test
  void theNarrowNoiseIsDrawnAsOftenAsItsOddsSay() {
    Noise noise = new Noise(new Random(7), StopShare.COINS, StopShare.MOST);
    int[] seen = new int[2 * StopShare.MOST + 1];
    int draws = 400_000;
    for (int n = 0; n < draws; n++) {
      seen[StopShare.MOST + noise.draw()]++;
    }
    for (int z = -14; z <= 14; z++) {
      double expected = ON_STOPPED[z + StopShare.MOST] * draws;
      assertThat((double) seen[StopShare.MOST + z])
          .as("%d", z)
          .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
    }
  }
}
