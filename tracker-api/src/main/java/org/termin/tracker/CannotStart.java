package org.termin.tracker;

/** The door must not open as things are; the message is the one sentence an operator reads. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotStart(String sentence) {
    super(sentence);
  }
}
