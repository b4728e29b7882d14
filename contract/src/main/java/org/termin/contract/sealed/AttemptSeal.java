package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;

/**
 * Whom an attempt is for and which rows it tells, sealed to one length and bound to the attempt.
 */
public final class AttemptSeal {

  private static final int SIZE = 1_024;

  /** No attempt covers more rows. */
  public static final int MOST_REMINDERS = (SIZE - 18) / 16;

  private AttemptSeal() {}

  /** The contents of an attempt. */
  public record Contents(UUID registration, int slot, List<UUID> reminders) {
    public Contents {
      reminders = List.copyOf(reminders);
      if (reminders.size() > MOST_REMINDERS) {
        throw new IllegalArgumentException("too many reminders for one attempt");
      }
    }

    @Override
    public String toString() {
      return "Contents";
    }
  }

  /** Seals the contents for that attempt's row. */
  public static byte[] seal(LedgerKeys keys, UUID attempt, Contents contents) {
    Bytes plain =
        Bytes.start()
            .id(contents.registration())
            .u8(contents.slot())
            .u8(contents.reminders().size());
    contents.reminders().forEach(plain::id);
    return Gcm.seal(keys.row(), plain.zeroTo(SIZE).done(), associated(attempt));
  }

  /** Opens the contents of that attempt's row. */
  public static Opening<Contents> open(LedgerKeys keys, UUID attempt, byte[] sealed) {
    byte[] plain = Gcm.open(keys.row(), sealed, associated(attempt)).orElse(null);
    if (plain == null) {
      return new Unopened<>(Reason.SEAL);
    }
    if (plain.length != SIZE || (plain[17] & 0xFF) > MOST_REMINDERS) {
      return new Unopened<>(Reason.CONTENTS);
    }
    ByteBuffer from = ByteBuffer.wrap(plain);
    UUID registration = Bytes.id(from);
    int slot = from.get() & 0xFF;
    int count = from.get() & 0xFF;
    List<UUID> reminders = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      reminders.add(Bytes.id(from));
    }
    return new Opened<>(new Contents(registration, slot, reminders));
  }

  private static byte[] associated(UUID attempt) {
    return Bytes.label("termin/attempt/1").id(attempt).done();
  }
}
