package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where one contact of a registration stands. */
public enum ContactState {
  /** Its code has not come back yet; nothing but codes is sent there. */
  @JsonProperty("awaiting")
  AWAITING,
  @JsonProperty("confirmed")
  CONFIRMED,
  /** The person said stop. */
  @JsonProperty("stopped")
  STOPPED,
  /** The provider says it cannot be reached; the page asks for another one. */
  @JsonProperty("failing")
  FAILING
}
