package org.termin.testkit.report;

import java.time.Instant;

/** One measured line. */
public record Figure(
    String requirement,
    String title,
    long seed,
    String command,
    String figure,
    boolean pass,
    Scale scale,
    Instant at) {
  /** How large the experiment was. */
  public enum Scale {
    /** As in the ordinary test command. */
    ORDINARY,
    /** With sizes somebody chose, by {@code -Dreliability.…=n}. */
    CHOSEN,
    /** As in the profile {@code reliability}. */
    FULL
  }

  public Figure {
    if (requirement.isBlank() || title.isBlank()) {
      throw new IllegalArgumentException("a figure belongs to a requirement and has a title");
    }
  }

  @Override
  public String toString() {
    return "%s %s: %s – %s (seed %d: %s)"
        .formatted(requirement, title, figure, pass ? "pass" : "FAIL", seed, command);
  }
}
