package org.termin.contract.words;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The name of an onion service of today's kind (version 3). The name is the service's key, so what
 * goes there is encrypted and cannot be somebody else's, without https.
 */
public final class OnionHost {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int KEY = 32;

  private OnionHost() {}

  /** Whether it is one: 56 letters that hold a key, the key's checksum and the version. */
  public static boolean is(@Nullable String host) {
    if (host == null || !host.toLowerCase(Locale.ROOT).matches("[a-z2-7]{56}\\.onion")) {
      return false;
    }
    byte[] bytes = decoded(host.toLowerCase(Locale.ROOT).substring(0, 56));
    byte[] sum = checksum(bytes);
    return bytes[KEY + 2] == 3 && bytes[KEY] == sum[0] && bytes[KEY + 1] == sum[1];
  }

  private static byte[] decoded(String letters) {
    byte[] bytes = new byte[KEY + 3];
    int held = 0;
    int bits = 0;
    int at = 0;
    for (char letter : letters.toCharArray()) {
      held = (held << 5 | LETTERS.indexOf(letter)) & 0xFFF;
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (held >> bits);
      }
    }
    return bytes;
  }

  private static byte[] checksum(byte[] bytes) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA3-256");
      sha.update(".onion checksum".getBytes(StandardCharsets.US_ASCII));
      sha.update(bytes, 0, KEY);
      sha.update((byte) 3);
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA3-256", e);
    }
  }
}
