package org.termin.contract.sealed;

import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkeParameters.AeadId;
import com.google.crypto.tink.hybrid.HpkeParameters.KdfId;
import com.google.crypto.tink.hybrid.HpkeParameters.KemId;
import com.google.crypto.tink.hybrid.HpkeParameters.Variant;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.util.Bytes;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The public half of an epoch's intake key: all the door has, read from a mounted file only. */
public final class IntakePublicKey {

  private static final Pattern FILE = Pattern.compile("epoch-([1-9][0-9]{0,8})\\.pub");

  private final int epoch;
  private final byte[] raw;

  private IntakePublicKey(int epoch, byte[] raw) {
    this.epoch = epoch;
    this.raw = raw;
  }

  /** A key of that epoch from its file's 32 bytes. */
  public static IntakePublicKey of(int epoch, byte[] file) {
    if (epoch < 1 || file.length != 32) {
      throw new IllegalArgumentException("a public key file holds 32 bytes");
    }
    return new IntakePublicKey(epoch, file.clone());
  }

  /** The epoch a file name speaks of, if it is the name of a public key. */
  public static OptionalInt epochOf(String fileName) {
    Matcher name = FILE.matcher(fileName);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  /** The name of this key's file. */
  public String fileName() {
    return "epoch-" + epoch + ".pub";
  }

  /** The epoch, which every message names. */
  public int epoch() {
    return epoch;
  }

  /** The file's 32 bytes. */
  public byte[] bytes() {
    return raw.clone();
  }

  /** SHA-256 of the key, by which two notifiers know that they mean the same one. */
  public byte[] fingerprint() {
    try {
      return MessageDigest.getInstance("SHA-256").digest(raw);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  HpkePublicKey hpke() throws GeneralSecurityException {
    HpkeParameters suite =
        HpkeParameters.builder()
            .setKemId(KemId.DHKEM_X25519_HKDF_SHA256)
            .setKdfId(KdfId.HKDF_SHA256)
            .setAeadId(AeadId.AES_256_GCM)
            .setVariant(Variant.NO_PREFIX)
            .build();
    return HpkePublicKey.create(suite, Bytes.copyFrom(raw), null);
  }

  @Override
  public String toString() {
    return "IntakePublicKey of epoch " + epoch;
  }
}
