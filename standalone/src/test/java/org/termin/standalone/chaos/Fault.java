package org.termin.standalone.chaos;

import java.time.Duration;

/**
 * One thing that goes wrong.
 *
 * @param at the share of the people who have been told when it happens, 0 to 1
 * @param part the process it happens to
 * @param down how long the process stays down or frozen
 */
record Fault(double at, Kind kind, String part, Duration down) {
  /** What happens to the process. */
  enum Kind {
    /** It ends without notice, as by {@code kill -9}, and is started again. */
    KILL,
    /** It stands still, as by {@code SIGSTOP}, and goes on later as if nothing had happened. */
    FREEZE,
    /** It is killed and its data is deleted before it starts again; for Kafka only. */
    WIPE
  }

  @Override
  public String toString() {
    return "%s %s at %.1f %% for %d ms".formatted(kind, part, at * 100, down.toMillis());
  }
}
