package org.termin.guidance.rule;

/** A way out where the documents held leave no day to file. */
public enum Unblock {
  TRAVEL_DOCUMENT_FIRST,
  RENEW_PERMIT_FIRST,
  EXCEPTION_TO_ARGUE,
  LAWYER,
  NONE_KNOWN
}
