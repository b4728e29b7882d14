package org.termin.notifier.delivery;

import java.time.Instant;
import java.util.UUID;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;

/** One reminder row with what it is about; a reason to speak. */
public record Row(
    UUID id, Ref ref, ReminderState state, int turn, int tries, Instant dueAt, Instant notAfter) {

  /** Already told, or being told: an earlier stage of the same document has nothing to add. */
  boolean told() {
    return switch (state) {
      case SENDING, ACCEPTED, UNKNOWN, DELIVERED, NO_RECEIPT -> true;
      case PLANNED, QUEUED, RETRY_WAIT, FAILED, SUPERSEDED, CANCELLED, EXPIRED_UNSENT -> false;
    };
  }

  @Override
  public String toString() {
    return "Row[" + id + "]";
  }
}
