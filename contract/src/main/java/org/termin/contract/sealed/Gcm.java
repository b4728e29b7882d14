package org.termin.contract.sealed;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** AES-256-GCM laid out nonce, ciphertext, tag, under a random nonce. */
public final class Gcm {

  /** What a box is longer than its contents: nonce and tag. */
  public static final int OVERHEAD = 28;

  private Gcm() {}

  /** Seals under a 32-byte key. */
  public static byte[] seal(byte[] key, byte[] plain, byte[] associated) {
    try {
      return new AesGcmJce(strong(key)).encrypt(plain, associated);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal", e);
    }
  }

  /** The contents, or nothing if key, box or associated data do not belong together. */
  public static Optional<byte[]> open(byte[] key, byte[] box, byte[] associated) {
    try {
      return Optional.of(new AesGcmJce(strong(key)).decrypt(box, associated));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private static byte[] strong(byte[] key) {
    if (key.length != 32) {
      throw new IllegalArgumentException("keys have 32 bytes");
    }
    return key;
  }
}
