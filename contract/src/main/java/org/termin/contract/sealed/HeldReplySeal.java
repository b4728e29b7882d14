package org.termin.contract.sealed;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Reason;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.words.Situation;

/**
 * An answer that is kept until the operator has looked, sealed to one length, bound to its owner.
 */
public final class HeldReplySeal {

  private static final int SIZE = 128;

  private HeldReplySeal() {}

  /** A document as it stood when the answer came; a newer version of it was not answered. */
  public record Document(int number, int version) {}

  /**
   * Who answered what, about which documents.
   *
   * @param word the digit that was meant, 0 to 9
   */
  public record Contents(UUID registration, int slot, int word, List<Document> documents) {
    public Contents {
      documents = List.copyOf(documents);
      if (word < 0 || word > 9 || documents.size() > Situation.MOST) {
        throw new IllegalArgumentException("not an answer");
      }
    }

    @Override
    public String toString() {
      return "Contents";
    }
  }

  /** Seals the contents for its owner's row. */
  public static byte[] seal(LedgerKeys keys, byte[] owner, Contents contents) {
    Bytes plain =
        Bytes.start()
            .id(contents.registration())
            .u8(contents.slot())
            .u8(contents.word())
            .u8(contents.documents().size());
    contents.documents().forEach(document -> plain.u8(document.number()).u32(document.version()));
    return Gcm.seal(keys.row(), plain.zeroTo(SIZE).done(), associated(owner));
  }

  /** Opens the contents of its owner's row. */
  public static Opening<Contents> open(LedgerKeys keys, byte[] owner, byte[] sealed) {
    byte[] plain = Gcm.open(keys.row(), sealed, associated(owner)).orElse(null);
    if (plain == null) {
      return new Unopened<>(Reason.SEAL);
    }
    if (plain.length != SIZE || plain[17] > 9 || plain[18] > Situation.MOST) {
      return new Unopened<>(Reason.CONTENTS);
    }
    ByteBuffer from = ByteBuffer.wrap(plain);
    UUID registration = Bytes.id(from);
    int slot = from.get() & 0xFF;
    int word = from.get();
    int count = from.get();
    List<Document> documents = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      documents.add(new Document(from.get() & 0xFF, from.getInt()));
    }
    return new Opened<>(new Contents(registration, slot, word, documents));
  }

  private static byte[] associated(byte[] owner) {
    return Bytes.label("termin/held/1").raw(owner).done();
  }
}
