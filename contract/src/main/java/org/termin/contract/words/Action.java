package org.termin.contract.words;

/**
 * What a person can do with one tap; moving to another country is a change of the whole situation.
 */
public enum Action {
  FILED,
  DONE,
  /** An office did not take it; nothing ends, and a filing is over. */
  REFUSED,
  LATER,
  MOVED,
  LOST,
  PAUSE,
  RESUME,
  SAMPLE,
  ERASE,
  NEW_CODE
}
