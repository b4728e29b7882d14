package org.termin.tracker.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes the token a form carries to show that it came from our own page, one for each route. */
public final class FormSecret {
  /** The field's name in every form. */
  public static final String FIELD = "form";

  static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final byte[] secret;

  FormSecret(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("16 bytes wanted");
    }
    this.secret = secret.clone();
  }

  static FormSecret random() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new FormSecret(secret);
  }

  byte[] bytes() {
    return secret.clone();
  }

  /** The token of a route. */
  public String token(String route) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] token = mac.doFinal(route.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HMAC-SHA256 is missing from this Java");
    }
  }

  /** Whether a form's token is the one of that route; compared in constant time. */
  public boolean fits(String route, String token) {
    return MessageDigest.isEqual(
        token(route).getBytes(StandardCharsets.US_ASCII), token.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "FormSecret";
  }
}
