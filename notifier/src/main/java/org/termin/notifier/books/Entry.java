package org.termin.notifier.books;

import java.time.Instant;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;

/**
 * A row of the ledger as the books read it.
 *
 * @param wakeAt {@link Instant#MAX} for never
 */
record Entry(Ref ref, ReminderState state, Instant dueAt, Instant notAfter, Instant wakeAt) {

  /** A message about it has left, or may have. */
  boolean told() {
    return switch (state) {
      case SENDING, ACCEPTED, UNKNOWN, DELIVERED, NO_RECEIPT -> true;
      case PLANNED, QUEUED, RETRY_WAIT, FAILED, SUPERSEDED, CANCELLED, EXPIRED_UNSENT -> false;
    };
  }

  boolean sameDocument(Entry other) {
    return ref.document() == other.ref.document()
        && ref.documentVersion() == other.ref.documentVersion();
  }

  /** Days of a person do not print themselves. */
  @Override
  public String toString() {
    return "Entry of stage " + ref.stage();
  }
}
