package org.termin.tracker.post;

/** There is no public key yet, so nothing can be sealed. */
public final class NotReady extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotReady() {
    super("no public key");
  }
}
