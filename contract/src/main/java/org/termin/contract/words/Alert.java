package org.termin.contract.words;

import java.util.List;

/**
 * A wish to be told before a wave: of a country's public figures, where so many households or more
 * are said for one quarter. It stands in a situation in the place of documents.
 */
public record Alert(int atLeast) {

  /** The sizes one may choose, smallest first; so few that none tells who asked. */
  public static final List<Integer> SIZES = List.of(50, 100, 250, 500, 1_000);

  /** So long after it was asked for an alert is kept; who still wants it then asks again. */
  public static final int YEARS = 2;

  public Alert {
    if (!SIZES.contains(atLeast)) {
      throw new IllegalArgumentException("not a size of waves");
    }
  }

  @Override
  public String toString() {
    return "Alert";
  }
}
