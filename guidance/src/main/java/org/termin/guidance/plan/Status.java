package org.termin.guidance.plan;

/** Where one document stands today; the first that fits, in this order. */
public enum Status {
  RENEWED,
  FILED_WAITING,
  BLOCKED,
  ASK,
  LAPSED,
  GRACE,
  APPLY_NOW,
  WINDOW_OPEN,
  START_NOW,
  VALID
}
