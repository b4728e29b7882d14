package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a household met at an office. These are all there are: whoever writes freely writes who they
 * are.
 */
public enum Hurdle {
  /** An expired passport was not accepted. */
  @JsonProperty("expired-passport")
  EXPIRED_PASSPORT("expired-passport"),
  /** A paper of the consulate was asked for. */
  @JsonProperty("consular-proof")
  CONSULAR_PROOF("consular-proof"),
  /** No appointment was to be had. */
  @JsonProperty("no-appointment")
  NO_APPOINTMENT("no-appointment"),
  /** It was said to be too early, as long as the old document lives. */
  @JsonProperty("too-early")
  TOO_EARLY("too-early"),
  /** Papers were asked for that the plan does not name. */
  @JsonProperty("other-papers")
  OTHER_PAPERS("other-papers"),
  /** It took longer than the plan says. */
  @JsonProperty("took-longer")
  TOOK_LONGER("took-longer");

  private final String wire;

  Hurdle(String wire) {
    this.wire = wire;
  }

  /** The word used in JSON, in forms and in the store. */
  public String wire() {
    return wire;
  }
}
