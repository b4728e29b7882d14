package org.termin.contract.words;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The documents whose end we watch. */
public enum DocumentType {
  @JsonProperty("passport")
  PASSPORT(1, "passport"),
  @JsonProperty("residence-permit")
  RESIDENCE_PERMIT(2, "residence-permit"),
  @JsonProperty("travel-document")
  TRAVEL_DOCUMENT(3, "travel-document");

  private final int number;
  private final String wire;

  DocumentType(int number, String wire) {
    this.number = number;
    this.wire = wire;
  }

  /** The u8 that stands for this type in keys. */
  public int number() {
    return number;
  }

  /** The word used in JSON and packs. */
  public String wire() {
    return wire;
  }
}
