package org.termin.contract.sealed;

import com.google.crypto.tink.hybrid.internal.HpkeDecrypt;
import com.google.crypto.tink.hybrid.internal.HpkeEncrypt;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.OptionalInt;
import java.util.UUID;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;

/** From the door to the notifier, one way: whoever can seal cannot open. */
public final class MessageSeal {

  static final int KIND = 0x01;
  private static final int HEAD = 5;

  private MessageSeal() {}

  /** Whether a message fits its box; a callback with strange bytes may not. */
  public static boolean fits(Message message) {
    return Padding.fits(json(message), size(message));
  }

  /** The bytes of the inbox row of that id. */
  public static byte[] seal(IntakePublicKey key, UUID messageId, Message message) {
    byte[] padded = Padding.pad(json(message), size(message));
    try {
      byte[] box = HpkeEncrypt.create(key.hpke()).encrypt(padded, info(key.epoch(), messageId));
      return Bytes.start().u8(KIND).u32(key.epoch()).raw(box).done();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot seal messages", e);
    }
  }

  /** The epoch a message says it was sealed to. */
  public static OptionalInt epoch(byte[] sealed) {
    return sealed.length > HEAD && sealed[0] == KIND
        ? OptionalInt.of(ByteBuffer.wrap(sealed, 1, 4).getInt())
        : OptionalInt.empty();
  }

  /** Opens the message of that inbox row. */
  public static Opening<Message> open(EpochKeys keys, UUID messageId, byte[] sealed) {
    OptionalInt epoch = epoch(sealed);
    if (epoch.isEmpty()) {
      return new Unopened<>(Reason.KIND);
    }
    if (epoch.getAsInt() != keys.number()) {
      return new Unopened<>(Reason.EPOCH);
    }
    try {
      byte[] box = Arrays.copyOfRange(sealed, HEAD, sealed.length);
      byte[] padded = HpkeDecrypt.create(keys.hpke()).decrypt(box, info(keys.number(), messageId));
      return MessageJson.read(padded);
    } catch (GeneralSecurityException e) {
      return new Unopened<>(Reason.SEAL);
    }
  }

  private static byte[] json(Message message) {
    return MessageJson.write(message);
  }

  private static int size(Message message) {
    return MessageJson.size(message);
  }

  static byte[] info(int epoch, UUID messageId) {
    return Bytes.label("termin/intake/1").u32(epoch).id(messageId).done();
  }
}
