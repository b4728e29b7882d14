package org.termin.guidance.rule;

/**
 * Whether a requirement is known, or only possible: unknown and contested ones still bind, but
 * never block.
 */
public enum Certainty {
  KNOWN,
  CONTESTED,
  UNKNOWN
}
