package org.termin.guidance.rule;

/** Whether a timely filing lets a person stay until the decision. */
public enum Stay {
  YES,
  NO,
  NOT_KNOWN
}
