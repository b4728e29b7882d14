package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.OptionalInt;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.Contact;

/** A stopped contact, sealed so that it can be moved to the next epoch; bound to its index. */
public final class StoppedSeal {

  private static final int SIZE = 256;

  private StoppedSeal() {}

  /** Seals a stopped contact for its row, whose index comes from the same keys. */
  public static byte[] seal(EpochKeys keys, Contact contact) {
    byte[] plain =
        Bytes.start().u8(contact.channel().kind()).text(contact.value()).zeroTo(SIZE).done();
    byte[] index = ContactIndex.of(keys, contact);
    return Bytes.start()
        .u32(keys.number())
        .raw(Gcm.seal(keys.record(), plain, associated(keys, index)))
        .done();
  }

  /** The epoch a row was sealed in. */
  public static OptionalInt epoch(byte[] sealed) {
    return sealed.length < 4
        ? OptionalInt.empty()
        : OptionalInt.of(ByteBuffer.wrap(sealed).getInt());
  }

  /** Opens the contact of the row with that index. */
  public static Opening<Contact> open(EpochKeys keys, byte[] index, byte[] sealed) {
    OptionalInt epoch = epoch(sealed);
    if (epoch.isEmpty()) {
      return new Unopened<>(Reason.KIND);
    }
    if (epoch.getAsInt() != keys.number()) {
      return new Unopened<>(Reason.EPOCH);
    }
    byte[] box = Arrays.copyOfRange(sealed, 4, sealed.length);
    byte[] plain = Gcm.open(keys.record(), box, associated(keys, index)).orElse(null);
    if (plain == null) {
      return new Unopened<>(Reason.SEAL);
    }
    try {
      String value = new String(plain, 1, plain.length - 1, StandardCharsets.UTF_8);
      Contact contact = Contact.of(value.substring(0, value.indexOf('\0')));
      return contact.channel().kind() == plain[0]
          ? new Opened<>(contact)
          : new Unopened<>(Reason.CONTENTS);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return new Unopened<>(Reason.CONTENTS);
    }
  }

  private static byte[] associated(EpochKeys keys, byte[] index) {
    return Bytes.label("termin/stopped/1").u32(keys.number()).raw(index).done();
  }
}
