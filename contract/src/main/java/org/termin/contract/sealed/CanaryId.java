package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;
import org.termin.contract.words.Channel;

/**
 * The id of the registration that carries a day's check message. For whoever holds the ledger key
 * it is known in advance; for everybody else it is one random id among many, and no resident can
 * ask for it.
 */
public final class CanaryId {
  private CanaryId() {}

  /** The canary of that channel and UTC day. */
  public static UUID of(LedgerKeys keys, Channel channel, LocalDate day) {
    byte[] layout =
        Bytes.label("termin/canary/1").text(channel.name()).zero().u32(day.toEpochDay()).done();
    byte[] id = Derive.hmac(keys.ref(), layout, 16);
    // version 4, variant 1, as every other id
    id[6] = (byte) ((id[6] & 0x0F) | 0x40);
    id[8] = (byte) ((id[8] & 0x3F) | 0x80);
    return Bytes.id(ByteBuffer.wrap(id));
  }
}
