package org.termin.notifier.books;

/** What must never be seen in the ledger, at whatever instant it is looked at. */
enum Fault {
  /** A row is being sent and no dispatched attempt names it. */
  SENDING_BY_NOBODY,
  /** A dispatched attempt names a row that is not being sent. */
  DISPATCHED_WITHOUT_ROW,
  /** Two dispatched attempts name one row. */
  SENT_BY_TWO,
  /** A row counts as sent, or perhaps sent, and no attempt names it. */
  TOLD_BY_NOBODY,
  /** A row that waits has no instant at which somebody looks again. */
  NEVER_WOKEN,
  /** A row that has ended or is being sent would be woken. */
  WOKEN_FOR_NOTHING,
  /** A key of the day or of a told stage belongs to an attempt that was surely not sent. */
  KEY_NOT_GIVEN_BACK
}
