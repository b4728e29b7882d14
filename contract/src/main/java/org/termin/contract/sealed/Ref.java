package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.util.UUID;

/** What a reminder row is about; in the ledger it stands only as an HMAC and as a sealed copy. */
public record Ref(UUID registration, int document, int documentVersion, int stage) {

  static final int LENGTH = 22;

  public Ref {
    if (document < 0 || document > 255 || documentVersion < 1 || stage < 0 || stage > 255) {
      throw new IllegalArgumentException("not a reference");
    }
  }

  /** The unique key of the row: plans the same stage at most once, for ever. */
  public byte[] key(LedgerKeys keys) {
    byte[] layout = Bytes.label("termin/ref/1").raw(bytes()).done();
    return Derive.hmac(keys.ref(), layout, 16);
  }

  byte[] bytes() {
    return Bytes.start().id(registration).u8(document).u32(documentVersion).u8(stage).done();
  }

  static Ref of(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes);
    return new Ref(Bytes.id(from), from.get() & 0xFF, from.getInt(), from.get() & 0xFF);
  }

  @Override
  public String toString() {
    return "Ref";
  }
}
