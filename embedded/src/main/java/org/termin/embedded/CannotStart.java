package org.termin.embedded;

/** An engine did not start; the message is one sentence for the person at the keyboard. */
public final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The sentence says what is wrong, what to do, and that nothing was changed. */
  public CannotStart(String sentence) {
    super(sentence);
  }

  /** As above, with the technical cause for the log. */
  public CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }

  /** The sentence. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
