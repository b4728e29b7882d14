package org.termin.guidance.rule;

import org.jspecify.annotations.Nullable;

/** The step's own filing window. */
public record Window(Opening opening, Closing closing, @Nullable Grace grace) {

  /** Nothing is known about when the office takes it. */
  public static Window notKnown() {
    return new Window(new Opening.NotKnown(), new Closing.NotKnown(), null);
  }
}
