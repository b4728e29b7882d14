package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * What a message carries so that an echo can be believed: the attempt's id and its HMAC for one
 * use.
 */
public final class Tokens {

  private static final int LENGTH = 32;

  private Tokens() {}

  /** What a token is good for; one use's token is worthless for another. */
  public enum Use {
    CALLBACK("callback"),
    MAIL("mail"),
    REPLY("reply"),
    STOP("stop");

    private final String label;

    Use(String label) {
      this.label = label;
    }
  }

  /** The token of an attempt, 43 characters of base64url. */
  public static String of(LedgerKeys keys, Use use, UUID attempt) {
    byte[] token = Bytes.start().id(attempt).raw(hmac(keys, use, attempt)).done();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** The attempt a token speaks of, if it is ours and for this use. */
  public static Optional<UUID> attempt(LedgerKeys keys, Use use, String token) {
    return decode(token, LENGTH)
        .flatMap(
            bytes -> {
              UUID attempt = Bytes.id(ByteBuffer.wrap(bytes));
              byte[] shown = Arrays.copyOfRange(bytes, 16, LENGTH);
              return MessageDigest.isEqual(hmac(keys, use, attempt), shown)
                  ? Optional.of(attempt)
                  : Optional.empty();
            });
  }

  static Optional<byte[]> decode(String token, int length) {
    if (token.length() != (length * 4 + 2) / 3) {
      return Optional.empty();
    }
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] hmac(LedgerKeys keys, Use use, UUID attempt) {
    byte[] layout = Bytes.label("termin/" + use.label + "/1").id(attempt).done();
    return Derive.hmac(keys.token(), layout, 16);
  }
}
