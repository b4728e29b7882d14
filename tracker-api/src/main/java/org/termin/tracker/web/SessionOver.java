package org.termin.tracker.web;

/** The session is over, or what it opened is gone: the person has to enter the code again. */
final class SessionOver extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SessionOver() {
    super("session over", null, false, false);
  }
}
