package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much a text may say on a lock screen that others can see; chosen by the person, no default.
 */
public enum Wording {
  @JsonProperty("clear")
  CLEAR,
  @JsonProperty("discreet")
  DISCREET
}
