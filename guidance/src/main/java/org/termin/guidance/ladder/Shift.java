package org.termin.guidance.ladder;

/** Which way a registration's secret days move a stage: warnings earlier, openings later. */
public enum Shift {
  EARLIER,
  LATER
}
