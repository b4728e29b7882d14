package org.termin.notifier.wave;

import java.util.HashMap;
import java.util.Map;

/** How probable each thing is that may be said of a count; what a clever reader works out. */
final class Odds {
  static final int NOTHING = 0;

  private static final double[] NOISE = noise(Noise.COINS, Noise.MOST);
  private final Map<Integer, Map<Integer, Double>> known = new HashMap<>();

  /** Each draw of the noise, as probable as tossing that many coins makes it. */
  static double[] noise(int coins, int most) {
    double[] weights = new double[2 * most + 1];
    double all = 0;
    double weight = 1;
    // from the middle outwards: each next sum of heads is so much rarer
    for (int z = 0; z <= most; z++) {
      weights[most + z] = weight;
      weights[most - z] = weight;
      all += z == 0 ? weight : 2 * weight;
      double heads = coins / 2.0 + z;
      weight *= (coins - heads) / (heads + 1);
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= all;
    }
    return weights;
  }

  static double ofNoise(int z) {
    return Math.abs(z) > Noise.MOST ? 0 : NOISE[Noise.MOST + z];
  }

  Map<Integer, Double> said(int households) {
    return known.computeIfAbsent(
        households,
        _ -> {
          Map<Integer, Double> said = new HashMap<>();
          for (int z = -Noise.MOST; z <= Noise.MOST; z++) {
            said.merge(Disclosure.of(households, z).orElse(NOTHING), ofNoise(z), Double::sum);
          }
          return said;
        });
  }

  double of(int said, int households) {
    return said(households).getOrDefault(said, 0.0);
  }
}
