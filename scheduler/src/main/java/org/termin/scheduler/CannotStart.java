package org.termin.scheduler;

/** One sentence why the scheduler must not start. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1;

  CannotStart(String sentence) {
    super(sentence);
  }

  CannotStart(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
