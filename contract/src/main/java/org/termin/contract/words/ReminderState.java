package org.termin.contract.words;

/** Where one reason to speak stands; the moves between them are in {@link Moves}. */
public enum ReminderState {
  PLANNED,
  QUEUED,
  RETRY_WAIT,
  SENDING,
  ACCEPTED,
  UNKNOWN,
  DELIVERED,
  NO_RECEIPT,
  FAILED,
  SUPERSEDED,
  CANCELLED,
  EXPIRED_UNSENT;

  /** Nobody will look at the row again. */
  public boolean isFinal() {
    return switch (this) {
      case PLANNED, QUEUED, RETRY_WAIT, SENDING, ACCEPTED, UNKNOWN -> false;
      case DELIVERED, NO_RECEIPT, FAILED, SUPERSEDED, CANCELLED, EXPIRED_UNSENT -> true;
    };
  }

  /** Nothing of it has left the house, so it may still be planned anew or taken back. */
  public boolean isUnsent() {
    return switch (this) {
      case PLANNED, QUEUED, RETRY_WAIT -> true;
      case SENDING,
          ACCEPTED,
          UNKNOWN,
          DELIVERED,
          NO_RECEIPT,
          FAILED,
          SUPERSEDED,
          CANCELLED,
          EXPIRED_UNSENT ->
          false;
    };
  }
}
