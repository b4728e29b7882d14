package org.termin.tracker.http;

import java.util.Arrays;
import org.slf4j.Logger;

/** Writes an unexpected failure to the log by its kind and place only; messages repeat values. */
public final class Incident {
  private Incident() {}

  /** One line: what sort of failure, and where in our code it came up. */
  public static void log(Logger log, Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null && root.getCause() != root) {
      root = root.getCause();
    }
    String place =
        Arrays.stream(failure.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("org.termin"))
            .findFirst()
            .map(StackTraceElement::toString)
            .orElse("outside our code");
    log.error(
        "unexpected {} caused by {} at {}",
        failure.getClass().getName(),
        root.getClass().getName(),
        place);
  }
}
