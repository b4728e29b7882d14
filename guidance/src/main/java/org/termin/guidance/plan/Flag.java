package org.termin.guidance.plan;

/** What a text or page must add or soften. */
public enum Flag {
  /** No pack: the dates are our own caution. */
  NO_PACK,
  /** The lead is ours, not the country's. */
  OUR_LEAD,
  /** The safe day has passed. */
  LATE,
  OPENING_NOT_KNOWN,
  CLOSING_NOT_KNOWN,
  /** The date that binds comes from an unknown, contested or ended rule. */
  NOT_CONFIRMED,
  /** A rule behind the dates is past its day of checking: "as of …, check". */
  RULE_IS_OLD,
  /** A rule behind the dates has ended: "not known; ask". */
  RULE_HAS_ENDED,
  /** The route was last seen open only until an earlier day: "ask whether it is open". */
  ROUTE_MAY_BE_CLOSED,
  /** The step is taken only after the document has ended. */
  FILED_ONLY_AFTER_EXPIRY,
  /** It is not known whether the step is taken before the document has ended. */
  AFTER_EXPIRY_NOT_KNOWN,
  /** May be filed earlier, comes only after expiry. */
  ISSUED_ONLY_AFTER_EXPIRY,
  /** A renewal on the document held adds no day. */
  RENEWAL_ADDS_NO_DAY,
  /** A document the step asks for was not entered. */
  OTHER_DOCUMENT_NOT_ENTERED,
  /** Another document of the person has to be dealt with first. */
  OTHER_DOCUMENT_LEADS,
  /** The ground is not known, and it matters. */
  GROUND_NOT_KNOWN,
  FILED_OUTSIDE_WINDOW,
  /** Filed, but whether one may stay after the last day is not known. */
  STAY_NOT_KNOWN,
  LOST,
  /** No end date, so no dates to plan with. */
  NO_END
}
