package org.termin.contract.organiser;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** 256 random bits, in a one-time link or a cookie; the server keeps only their hash. */
public record Secret(String token) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 32;

  /** A new one. */
  public static Secret random() {
    byte[] secret = new byte[BYTES];
    RANDOM.nextBytes(secret);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
  }

  /** What the store keeps of it. */
  public byte[] hash() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** The same as text. */
  public String hashText() {
    return Base64.getEncoder().encodeToString(hash());
  }

  /**
   * Four signs that two people compare, so that nobody agrees to another link than the one meant;
   * they are of the hash, and open nothing.
   */
  public String mark() {
    return HexFormat.of().withUpperCase().formatHex(hash(), 0, 2);
  }

  /** A link to enrol: behind the sign whose rest browsers keep to themselves, so in no log. */
  public String link(PasskeyAddress site) {
    return site.origin() + "/o/enrol#" + token;
  }

  /** Whoever has it can come in; it does not print itself. */
  @Override
  public String toString() {
    return "Secret";
  }
}
