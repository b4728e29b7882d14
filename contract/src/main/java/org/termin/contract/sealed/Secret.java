package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/** 32 bytes that compare in constant time and never print themselves. */
public abstract sealed class Secret permits Lookup, ViewKey, Proof, ProofHash {

  private final byte[] bytes;

  Secret(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("32 bytes wanted");
    }
    this.bytes = bytes.clone();
  }

  static byte[] decode(String base64url) {
    return Base64.getUrlDecoder().decode(base64url);
  }

  /** A copy of the bytes, for a row, a cookie or a seal; never for a log. */
  public byte[] bytes() {
    return bytes.clone();
  }

  @JsonValue
  final String wire() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof Secret that
        && that.getClass() == getClass()
        && MessageDigest.isEqual(bytes, that.bytes);
  }

  @Override
  public final int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
