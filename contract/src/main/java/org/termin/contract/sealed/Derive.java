package org.termin.contract.sealed;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The two derivations everything is made with: HKDF-SHA256 and HMAC-SHA256. */
final class Derive {

  private Derive() {}

  /** 32 bytes for one purpose. */
  static byte[] key(byte[] from, String salt, String info) {
    try {
      return Hkdf.computeHkdf("HMACSHA256", from, ascii(salt), ascii(info), 32);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot derive keys", e);
    }
  }

  /** HMAC-SHA256, cut to its first bytes. */
  static byte[] hmac(byte[] key, byte[] message, int length) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Arrays.copyOf(mac.doFinal(message), length);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot authenticate", e);
    }
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot hash", e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
