package org.termin.tracker.organiser;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator of the tests: one P-256 key, made and used byte by byte as WebAuthn says. */
final class SoftKey {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PRESENT = 0x01;
  private static final int VERIFIED = 0x04;
  private static final int ATTESTED = 0x40;

  private final KeyPair pair = pair();
  private final byte[] id = random();
  private String user = "";
  private int count;
  private boolean verifies = true;

  /** Whoever finds this one can use it: no finger, no number. */
  SoftKey withoutVerification() {
    verifies = false;
    return this;
  }

  SoftKey verifiesAgain() {
    verifies = true;
    return this;
  }

  /** The answer of {@code navigator.credentials.create}. */
  String create(JsonNode asked, String origin) {
    user = asked.path("user").path("id").asString();
    byte[] data = authenticatorData(asked.path("rp").path("id").asString(), true);
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.write(0xa3);
    text(object, "fmt");
    text(object, "none");
    text(object, "attStmt");
    object.write(0xa0);
    text(object, "authData");
    bytes(object, data);
    return answer(
        Map.of(
            "attestationObject",
            base64(object.toByteArray()),
            "clientDataJSON",
            base64(client("webauthn.create", asked, origin)),
            "transports",
            List.of("internal", "hybrid")));
  }

  /** The answer of {@code navigator.credentials.get}. */
  String get(JsonNode asked, String origin) {
    byte[] data = authenticatorData(asked.path("rpId").asString(), false);
    byte[] client = client("webauthn.get", asked, origin);
    return answer(
        Map.of(
            "authenticatorData",
            base64(data),
            "clientDataJSON",
            base64(client),
            "signature",
            base64(signed(data, sha256(client))),
            "userHandle",
            user));
  }

  private String answer(Map<String, Object> response) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("id", base64(id));
    all.put("rawId", base64(id));
    all.put("type", "public-key");
    all.put("clientExtensionResults", Map.of());
    all.put("response", response);
    return JSON.writeValueAsString(all);
  }

  private byte[] authenticatorData(String name, boolean attested) {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    data.writeBytes(sha256(name.getBytes(StandardCharsets.UTF_8)));
    data.write(PRESENT | (verifies ? VERIFIED : 0) | (attested ? ATTESTED : 0));
    data.writeBytes(ByteBuffer.allocate(4).putInt(++count).array());
    if (attested) {
      data.writeBytes(new byte[16]);
      data.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
      data.writeBytes(id);
      cose(data);
    }
    return data.toByteArray();
  }

  private void cose(ByteArrayOutputStream data) {
    var point = ((ECPublicKey) pair.getPublic()).getW();
    // {1: EC2, 3: ES256, -1: P-256, -2: x, -3: y}
    data.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21});
    bytes(data, whole(point.getAffineX()));
    data.write(0x22);
    bytes(data, whole(point.getAffineY()));
  }

  private static byte[] client(String type, JsonNode asked, String origin) {
    Map<String, Object> client = new LinkedHashMap<>();
    client.put("type", type);
    client.put("challenge", asked.path("challenge").asString());
    client.put("origin", origin);
    client.put("crossOrigin", false);
    return JSON.writeValueAsBytes(client);
  }

  private static void text(ByteArrayOutputStream out, String text) {
    out.write(0x60 | text.length());
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static void bytes(ByteArrayOutputStream out, byte[] bytes) {
    out.write(0x58);
    out.write(bytes.length);
    out.writeBytes(bytes);
  }

  private static byte[] whole(BigInteger number) {
    byte[] bytes = number.toByteArray();
    byte[] whole = new byte[32];
    int length = Math.min(bytes.length, 32);
    System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
    return whole;
  }

  private byte[] signed(byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("SHA256withECDSA");
      signature.initSign(pair.getPrivate());
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static byte[] random() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
