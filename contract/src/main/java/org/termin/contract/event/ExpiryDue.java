package org.termin.contract.event;

import java.util.Objects;
import java.util.UUID;

/**
 * The scheduler says: this reminder is due; the turn tells a stale or repeated event from this one.
 */
public record ExpiryDue(UUID reminderId, int turn) implements Event {

  public ExpiryDue {
    Objects.requireNonNull(reminderId, "reminderId");
    if (turn < 1) {
      throw new IllegalArgumentException("turns start at 1");
    }
  }

  @Override
  public UUID key() {
    return reminderId;
  }

  @Override
  public String id() {
    return reminderId + "/" + turn;
  }
}
