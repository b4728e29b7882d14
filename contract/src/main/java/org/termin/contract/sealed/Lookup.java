package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Finds one row, and nothing else; stored plain. */
public final class Lookup extends Secret {

  private Lookup(byte[] bytes) {
    super(bytes);
  }

  /** From 32 bytes. */
  public static Lookup of(byte[] bytes) {
    return new Lookup(bytes);
  }

  @JsonCreator
  static Lookup read(String base64url) {
    return of(decode(base64url));
  }
}
