package org.termin.contract.words;

/** The one word the notifier leaves for the waiting door. */
public enum Answer {
  /** Judged and applied. */
  DONE,
  /** The code or the proof was wrong; unknown registrations say the same. */
  WRONG,
  /** The code's ten minutes are over. */
  EXPIRED,
  /** Five wrong tries. */
  LOCKED,
  /** Made against an older version of the record. */
  STALE,
  /** Not a message we accept. */
  INVALID
}
