package org.termin.contract.words;

/**
 * What a person can do with one tap; moving to another country is a change of the whole situation.
 */
public enum Action {
  FILED,
  DONE,
  LATER,
  MOVED,
  LOST,
  PAUSE,
  RESUME,
  SAMPLE,
  ERASE,
  NEW_CODE
}
