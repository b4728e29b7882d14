package org.termin.notifier.books;

/** Why somebody who should have been told was not, or will not be. */
enum Gap {
  /** The plan has a stage and the ledger no row for it. */
  MISSING,
  /** A row waits for a later instant than the plan says, or for one at which it is stale. */
  ASLEEP,
  /** A row has been due for more than a day. */
  OVERDUE,
  /** A row has ended and nothing that was told took its place. */
  ENDED,
  /** A row counts as told and no message of the person's list names it. */
  UNTRACED,
  /** A record has changed and was not planned again. */
  UNPLANNED
}
