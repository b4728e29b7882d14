package org.termin.tracker.session;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.Lookup;
import org.termin.contract.sealed.Proof;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.ViewKey;

/**
 * What one cookie says, for an hour at most. A visitor without a code has the nil registration and
 * a secret for forms only; during sign-up the cookie also carries the code until it is written
 * down.
 */
public record Session(
    long issuedMinute,
    long seenMinute,
    UUID registration,
    Access access,
    FormSecret forms,
    @Nullable ReceiptCode code) {
  private static final int ID = 16;
  private static final int KEY = 32;
  private static final int CODE = 15;
  private static final int BYTES = 4 + 4 + ID + 3 * KEY + FormSecret.BYTES;
  private static final UUID NOBODY = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final byte[] NOTHING = new byte[KEY];

  static Session visitor(long minute, FormSecret forms) {
    var none = new Access(Lookup.of(NOTHING), ViewKey.of(NOTHING), Proof.of(NOTHING));
    return new Session(minute, minute, NOBODY, none, forms, null);
  }

  /** Whether a receipt code opened this session. */
  public boolean known() {
    return !registration.equals(NOBODY);
  }

  /** The receipt code while it has to be shown. */
  public Optional<ReceiptCode> shown() {
    return Optional.ofNullable(code);
  }

  Session seen(long minute) {
    return new Session(issuedMinute, minute, registration, access, forms, code);
  }

  /** The same session once the person has typed the last group back. */
  public Session writtenDown() {
    return new Session(issuedMinute, seenMinute, registration, access, forms, null);
  }

  byte[] bytes() {
    ByteBuffer bytes = ByteBuffer.allocate(BYTES + (code == null ? 0 : CODE));
    bytes.putInt((int) issuedMinute).putInt((int) seenMinute);
    bytes
        .putLong(registration.getMostSignificantBits())
        .putLong(registration.getLeastSignificantBits());
    bytes.put(access.lookup().bytes()).put(access.view().bytes()).put(access.proof().bytes());
    bytes.put(forms.bytes());
    if (code != null) {
      bytes.put(code.bytes());
    }
    return bytes.array();
  }

  static Optional<Session> of(byte[] bytes) {
    if (bytes.length != BYTES && bytes.length != BYTES + CODE) {
      return Optional.empty();
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    long issued = Integer.toUnsignedLong(in.getInt());
    long seen = Integer.toUnsignedLong(in.getInt());
    UUID registration = id(take(in, ID));
    var access =
        new Access(Lookup.of(take(in, KEY)), ViewKey.of(take(in, KEY)), Proof.of(take(in, KEY)));
    var forms = new FormSecret(take(in, FormSecret.BYTES));
    var code = in.hasRemaining() ? ReceiptCode.of(take(in, CODE)) : null;
    return Optional.of(new Session(issued, seen, registration, access, forms, code));
  }

  private static UUID id(byte[] bytes) {
    String hex = HexFormat.of().formatHex(bytes);
    return UUID.fromString(
        String.join(
            "-",
            hex.substring(0, 8),
            hex.substring(8, 12),
            hex.substring(12, 16),
            hex.substring(16, 20),
            hex.substring(20)));
  }

  private static byte[] take(ByteBuffer in, int length) {
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  /** A registration's id does not print itself. */
  @Override
  public String toString() {
    return "Session";
  }
}
