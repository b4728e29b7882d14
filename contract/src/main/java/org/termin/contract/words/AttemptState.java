package org.termin.contract.words;

/**
 * Where one message stands. The order is the rank: what proves that it left outranks what denies
 * it, so receipts may come late, twice or in any order.
 */
public enum AttemptState {
  DISPATCHED,
  UNKNOWN,
  NOT_SENT,
  REJECTED,
  ACCEPTED,
  UNDELIVERED,
  DELIVERED;

  /** The higher of the two: a join, so the order of news does not matter. */
  public AttemptState or(AttemptState news) {
    return news.compareTo(this) > 0 ? news : this;
  }
}
