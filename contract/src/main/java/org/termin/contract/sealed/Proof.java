package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The right to change one registration; shown to the notifier inside a sealed message only. */
public final class Proof extends Secret {

  private Proof(byte[] bytes) {
    super(bytes);
  }

  /** From 32 bytes. */
  public static Proof of(byte[] bytes) {
    return new Proof(bytes);
  }

  @JsonCreator
  static Proof read(String base64url) {
    return of(decode(base64url));
  }

  /** What the sealed record keeps of it. */
  public ProofHash hash() {
    return ProofHash.of(Derive.sha256(bytes()));
  }
}
