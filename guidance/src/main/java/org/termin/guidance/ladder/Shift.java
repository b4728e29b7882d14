package org.termin.guidance.ladder;

/** Which way somebody's secret days move a stage: warnings earlier, openings later. */
public enum Shift {
  EARLIER,
  LATER;

  /**
   * Secret days are at most this many. Eleven days hold at least seven on which the issuer works,
   * and on other days no passport was issued or ends.
   */
  public static final int MOST_DAYS = 10;
}
