package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.UUID;

/** Six digits that prove a contact can be reached; derived on demand, stored nowhere. */
public final class VerificationCode {

  private final String digits;

  private VerificationCode(String digits) {
    this.digits = digits;
  }

  /** The code of one sending: every sending has a new serial. */
  public static VerificationCode of(EpochKeys keys, UUID registration, int slot, long serial) {
    byte[] layout = Bytes.label("termin/otp/1").id(registration).u8(slot).u32(serial).done();
    long number = ByteBuffer.wrap(Derive.hmac(keys.otp(), layout, 8)).getLong();
    return new VerificationCode(
        String.format(Locale.ROOT, "%06d", Long.remainderUnsigned(number, 1_000_000)));
  }

  /** The six digits, for the text that carries them and nothing else. */
  public String digits() {
    return digits;
  }

  /** Whether these are the digits a person typed, spaces and dashes aside; in constant time. */
  public boolean matches(String typed) {
    String clean = typed.replaceAll("[\\s-]", "");
    return MessageDigest.isEqual(
        digits.getBytes(StandardCharsets.US_ASCII), clean.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "VerificationCode";
  }
}
