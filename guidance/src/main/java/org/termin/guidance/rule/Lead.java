package org.termin.guidance.rule;

/** How many days before the printed last day one must begin; of several the longest counts. */
public record Lead(Claim claim, int days) {
  public Lead {
    if (days < 0) {
      throw new IllegalArgumentException("a negative lead in " + claim.id());
    }
  }
}
