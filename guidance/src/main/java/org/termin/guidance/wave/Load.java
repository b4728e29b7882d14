package org.termin.guidance.wave;

/**
 * What a month brings, in households.
 *
 * @param begin have to begin with what their rules ask for
 * @param apply have to file at the latest
 * @param end hold a document that ends
 */
public record Load(double begin, double apply, double end) {
  static final Load NONE = new Load(0, 0, 0);

  private static final int STEP = 5;

  /** The two together. */
  public Load plus(Load other) {
    return new Load(begin + other.begin, apply + other.apply, end + other.end);
  }

  /** A number that promises no more than is known: in fives. */
  public static int about(double households) {
    return Math.toIntExact(Math.round(households / STEP) * STEP);
  }
}
