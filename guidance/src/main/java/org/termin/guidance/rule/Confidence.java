package org.termin.guidance.rule;

/** How sure the sources make us. */
public enum Confidence {
  LOW,
  MEDIUM,
  HIGH
}
