package org.termin.testkit;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.internal.HpkeEncrypt;
import com.google.crypto.tink.util.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.Message;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Seals what our own code would never write. Whoever holds the door has the public key and can put
 * anything under it, so this seals by the published form alone.
 */
public final class Forgery {

  private static final int SIZE = 2_048;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private Forgery() {}

  /** The message as it would be written, spoiled, and sealed as the inbox row of that id. */
  public static byte[] seal(
      IntakePublicKey key, UUID id, Message message, Consumer<ObjectNode> spoil) {
    ObjectNode written =
        (ObjectNode) JSON.readTree(JSON.writerFor(Message.class).writeValueAsBytes(message));
    spoil.accept(written);
    byte[] json = JSON.writeValueAsBytes(written);
    byte[] padded = ByteBuffer.allocate(SIZE).putShort((short) json.length).put(json).array();
    byte[] label = "termin/intake/1\0".getBytes(StandardCharsets.UTF_8);
    byte[] info =
        ByteBuffer.allocate(label.length + 20)
            .put(label)
            .putInt(key.epoch())
            .putLong(id.getMostSignificantBits())
            .putLong(id.getLeastSignificantBits())
            .array();
    try {
      byte[] box = HpkeEncrypt.create(hpke(key)).encrypt(padded, info);
      return ByteBuffer.allocate(5 + box.length).put((byte) 1).putInt(key.epoch()).put(box).array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every way a message may come without a proof: absent, nothing, empty, no text at all. */
  public static List<Consumer<ObjectNode>> withoutProof() {
    return List.of(
        message -> message.remove("proof"),
        message -> message.putNull("proof"),
        message -> message.put("proof", ""),
        message -> message.put("proof", 0),
        message -> message.put("proof", true),
        message -> message.putObject("proof"),
        message -> message.putArray("proof"));
  }

  private static HpkePublicKey hpke(IntakePublicKey key) throws GeneralSecurityException {
    HpkeParameters suite =
        HpkeParameters.builder()
            .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
            .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
            .setVariant(HpkeParameters.Variant.NO_PREFIX)
            .build();
    return HpkePublicKey.create(suite, Bytes.copyFrom(key.bytes()), null);
  }
}
