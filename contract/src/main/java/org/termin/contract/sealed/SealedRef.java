package org.termin.contract.sealed;

import java.util.UUID;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;

/** The copy of a reference only the notifier can read, bound to its row. */
public final class SealedRef {

  private SealedRef() {}

  /** Seals a reference for the row of that reminder. */
  public static byte[] seal(LedgerKeys keys, UUID reminder, Ref ref) {
    return Gcm.seal(keys.row(), ref.bytes(), associated(reminder));
  }

  /** Opens the reference of that reminder's row. */
  public static Opening<Ref> open(LedgerKeys keys, UUID reminder, byte[] sealed) {
    byte[] bytes = Gcm.open(keys.row(), sealed, associated(reminder)).orElse(null);
    if (bytes == null) {
      return new Unopened<>(Reason.SEAL);
    }
    return bytes.length == Ref.LENGTH
        ? new Opened<>(Ref.of(bytes))
        : new Unopened<>(Reason.CONTENTS);
  }

  private static byte[] associated(UUID reminder) {
    return Bytes.label("termin/row/1").id(reminder).done();
  }
}
