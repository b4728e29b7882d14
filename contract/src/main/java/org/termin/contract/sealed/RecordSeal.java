package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.RecordState;

/** Seals what the notifier knows of a person, bound to the row's id, version, state and epoch. */
public final class RecordSeal {

  static final int KIND = 0x02;
  private static final int HEAD = 5;

  private RecordSeal() {}

  /** The bytes of the row's record column. */
  public static byte[] seal(
      EpochKeys keys, UUID id, int version, RecordState state, PersonRecord record) {
    byte[] plain = Padding.pad(ClosedJson.write(PersonRecord.class, record));
    byte[] box = Gcm.seal(keys.record(), plain, associated(keys.number(), id, version, state));
    return Bytes.start().u8(KIND).u32(keys.number()).raw(box).done();
  }

  /** The epoch a record says it was sealed in. */
  public static OptionalInt epoch(byte[] sealed) {
    return sealed.length > HEAD && sealed[0] == KIND
        ? OptionalInt.of(ByteBuffer.wrap(sealed, 1, 4).getInt())
        : OptionalInt.empty();
  }

  /** Opens a record under its row's values; if it does not open, that is an integrity alarm. */
  public static Opening<PersonRecord> open(
      EpochKeys keys, UUID id, int version, RecordState state, byte[] sealed) {
    OptionalInt epoch = epoch(sealed);
    if (epoch.isEmpty()) {
      return new Unopened<>(Reason.KIND);
    }
    if (epoch.getAsInt() != keys.number()) {
      return new Unopened<>(Reason.EPOCH);
    }
    byte[] box = Arrays.copyOfRange(sealed, HEAD, sealed.length);
    byte[] padded =
        Gcm.open(keys.record(), box, associated(keys.number(), id, version, state)).orElse(null);
    return padded == null ? new Unopened<>(Reason.SEAL) : read(padded);
  }

  private static Opening<PersonRecord> read(byte[] padded) {
    byte[] json = Padding.unpad(padded).orElse(null);
    return json == null
        ? new Unopened<>(Reason.CONTENTS)
        : ClosedJson.read(PersonRecord.class, json);
  }

  static byte[] associated(int epoch, UUID id, int version, RecordState state) {
    return Bytes.label("termin/record/1").u32(epoch).id(id).u32(version).u8(state.code()).done();
  }
}
