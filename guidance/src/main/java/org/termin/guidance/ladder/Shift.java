package org.termin.guidance.ladder;

/** Which way a registration's secret days move a stage: warnings earlier, openings later. */
public enum Shift {
  EARLIER,
  LATER;

  /** A registration's secret days are at most this many. */
  public static final int MOST_DAYS = 6;
}
