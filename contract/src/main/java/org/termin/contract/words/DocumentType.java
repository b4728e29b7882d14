package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The documents whose end we watch. */
public enum DocumentType {
  @JsonProperty("passport")
  PASSPORT("passport"),
  @JsonProperty("residence-permit")
  RESIDENCE_PERMIT("residence-permit"),
  @JsonProperty("travel-document")
  TRAVEL_DOCUMENT("travel-document");

  private final String wire;

  DocumentType(String wire) {
    this.wire = wire;
  }

  /** The word used in JSON, packs and keys. */
  public String wire() {
    return wire;
  }
}
