package org.termin.notifier.punctuality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every draw of the noise is tried, so these are not samples but all there is. */
class ShareTest {
  private static final int NOTHING = -1;

  /** What may be said of a week, and how probable each of it is. */
  private static Map<Integer, Double> said(int inTime, int late) {
    Map<Integer, Double> said = new HashMap<>();
    double all = 0;
    for (int noise = -Blur.MOST; noise <= Blur.MOST; noise++) {
      all += weight(noise);
    }
    for (int one = -Blur.MOST; one <= Blur.MOST; one++) {
      for (int other = -Blur.MOST; other <= Blur.MOST; other++) {
        said.merge(
            Share.of(new Tally(inTime, late), one, other).orElse(NOTHING),
            weight(one) * weight(other) / all / all,
            Double::sum);
      }
    }
    return said;
  }

  private static double weight(int noise) {
    return Math.pow(Blur.ON / 100.0, Math.abs(noise));
  }

  /** How often the best guess between two worlds is right, each as likely as the other. */
  private static double guess(Map<Integer, Double> one, Map<Integer, Double> other) {
    double right = 0;
    for (int what : List.of(NOTHING, 0, 50, 80, 95)) {
      right += Math.max(one.getOrDefault(what, 0.0), other.getOrDefault(what, 0.0)) / 2;
    }
    return right;
  }

  @Test
  void ofFewerThanElevenHouseholdsNothingIsEverSaid() {
    for (int inTime = 0; inTime < 11; inTime++) {
      for (int late = 0; inTime + late < 11; late++) {
        assertThat(said(inTime, late)).containsOnlyKeys(NOTHING);
      }
    }
    // and it is the noise at its furthest that decides it, not luck
    assertThat(said(11, 0)).containsKeys(NOTHING);
    assertThat(said(6, 5)).containsKeys(NOTHING, 50);
  }

  @Test
  void whoKnowsEverybodyElseStillGuessesNoBetterThanSixInTen() {
    double best = 0;
    for (int inTime = 0; inTime <= 70; inTime++) {
      for (int late = 0; late <= 70; late++) {
        Map<Integer, Double> without = said(inTime, late);
        best = Math.max(best, guess(without, said(inTime + 1, late)));
        best = Math.max(best, guess(without, said(inTime, late + 1)));
      }
    }
    assertThat(best).isLessThanOrEqualTo(0.60).isGreaterThan(0.5);
  }

  @Test
  void nobodyIsFoundByPlantingTenOthersOrTwenty() {
    for (int planted = 0; planted <= 20; planted++) {
      assertThat(guess(said(planted, 0), said(planted + 1, 0)))
          .as("%d planted", planted)
          .isLessThan(0.51);
    }
  }

  @ParameterizedTest
  @CsvSource({"1000,0,95", "500,0,95", "880,120,80", "650,350,50", "300,700,0", "0,400,0"})
  void ofManyWhatIsSaidIsTrueWhateverIsDrawn(int inTime, int late, int share) {
    assertThat(said(inTime, late)).containsOnlyKeys(share);
  }

  @Test
  void ofAHundredInTimeTheBestIsSaidNineTimesInTen() {
    assertThat(said(100, 0).get(95)).isGreaterThan(0.9);
  }

  @Test
  void theDrawsAreAsProbableAsIsAssumed() {
    Blur blur = new Blur(new Random(7));
    int draws = 200_000;
    Map<Integer, Integer> drawn = new TreeMap<>();
    for (int draw = 0; draw < draws; draw++) {
      drawn.merge(blur.draw(), 1, Integer::sum);
    }
    List<Integer> all = new ArrayList<>(drawn.keySet());
    assertThat(all).hasSize(2 * Blur.MOST + 1);
    assertThat(all.getFirst()).isEqualTo(-Blur.MOST);
    double sum = all.stream().mapToDouble(ShareTest::weight).sum();
    drawn.forEach(
        (noise, times) -> {
          double expected = draws * weight(noise) / sum;
          assertThat((double) times)
              .as("%d", noise)
              .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
        });
  }
}
