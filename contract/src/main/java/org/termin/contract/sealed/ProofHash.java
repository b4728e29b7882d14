package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;

/** The hash of a proof, kept inside the sealed record. */
public final class ProofHash extends Secret {

  private ProofHash(byte[] bytes) {
    super(bytes);
  }

  /** From 32 bytes. */
  public static ProofHash of(byte[] bytes) {
    return new ProofHash(bytes);
  }

  @JsonCreator
  static ProofHash read(String base64url) {
    return of(decode(base64url));
  }

  /** Whether that proof is the right one, in constant time. */
  public boolean accepts(Proof proof) {
    return equals(proof.hash());
  }
}
