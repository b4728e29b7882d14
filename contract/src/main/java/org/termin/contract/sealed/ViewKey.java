package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;

/** Opens one person's own view. */
public final class ViewKey extends Secret {

  private ViewKey(byte[] bytes) {
    super(bytes);
  }

  /** From 32 bytes. */
  public static ViewKey of(byte[] bytes) {
    return new ViewKey(bytes);
  }

  @JsonCreator
  static ViewKey read(String base64url) {
    return of(decode(base64url));
  }
}
