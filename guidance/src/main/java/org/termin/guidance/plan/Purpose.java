package org.termin.guidance.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The last day on which a document serves one purpose.
 *
 * @param until none: no end, or not known (see {@code confirmed})
 * @param untilDecision it serves until the decision on a timely filing
 * @param confirmed false: worded "not known; ask"
 */
public record Purpose(
    Kind kind, @Nullable LocalDate until, boolean untilDecision, boolean confirmed) {

  /** What a document is good for. */
  public enum Kind {
    TRAVEL,
    STAY,
    /** Shown in a filing for another document; never means travel. */
    FILE,
    /** Base of the next permit's length. */
    BASE
  }

  /** Dates of a person do not print themselves. */
  @Override
  public String toString() {
    return "Purpose " + kind;
  }
}
