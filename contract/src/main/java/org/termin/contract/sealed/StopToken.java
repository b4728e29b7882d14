package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** The one-click stop of a mail: names a contact by itself, so it outlives its attempt's row. */
public record StopToken(UUID registration, int slot) {

  private static final byte[] ASSOCIATED = "termin/stop/1".getBytes(StandardCharsets.US_ASCII);
  private static final int PLAIN = 17;

  /** The token's text, base64url. */
  public String seal(LedgerKeys keys) {
    byte[] plain = Bytes.start().id(registration).u8(slot).done();
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Gcm.seal(keys.row(), plain, ASSOCIATED));
  }

  /** The contact a token names, if the token is ours. */
  public static Optional<StopToken> open(LedgerKeys keys, String token) {
    return Tokens.decode(token, PLAIN + Gcm.OVERHEAD)
        .flatMap(box -> Gcm.open(keys.row(), box, ASSOCIATED))
        .filter(plain -> plain.length == PLAIN)
        .map(ByteBuffer::wrap)
        .map(plain -> new StopToken(Bytes.id(plain), plain.get() & 0xFF));
  }

  @Override
  public String toString() {
    return "StopToken";
  }
}
