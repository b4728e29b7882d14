package org.termin.contract.sealed;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The keys of one epoch, derived from its file; they leave this package inside results only. */
public final class EpochKeys {

  private static final Pattern FILE = Pattern.compile("epoch-([1-9][0-9]{0,8})\\.key");
  private static final String SALT = "termin/epoch/1";

  private final int number;
  private final byte[] intake;
  private final byte[] record;
  private final byte[] index;
  private final byte[] otp;
  private final IntakePublicKey publicKey;

  private EpochKeys(int number, byte[] file) {
    this.number = number;
    intake = Derive.key(file, SALT, "intake");
    record = Derive.key(file, SALT, "record");
    index = Derive.key(file, SALT, "index");
    otp = Derive.key(file, SALT, "otp");
    try {
      publicKey = IntakePublicKey.of(number, X25519.publicFromPrivate(intake));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no X25519", e);
    }
  }

  /** The keys of that epoch from its file's 32 bytes. */
  public static EpochKeys of(int number, byte[] file) {
    if (number < 1 || file.length != 32) {
      throw new IllegalArgumentException("an epoch key file holds 32 bytes");
    }
    return new EpochKeys(number, file);
  }

  /** The name of an epoch's file. */
  public static String fileName(int number) {
    return "epoch-" + number + ".key";
  }

  /** The epoch a file name speaks of, if it is the name of an epoch key. */
  public static OptionalInt epochOf(String fileName) {
    Matcher name = FILE.matcher(fileName);
    return name.matches() ? OptionalInt.of(Integer.parseInt(name.group(1))) : OptionalInt.empty();
  }

  /** The epoch's number, as rows and boxes name it. */
  public int number() {
    return number;
  }

  /** The half the door may have. */
  public IntakePublicKey publicKey() {
    return publicKey;
  }

  HpkePrivateKey hpke() throws GeneralSecurityException {
    return HpkePrivateKey.create(
        publicKey.hpke(), SecretBytes.copyFrom(intake, InsecureSecretKeyAccess.get()));
  }

  byte[] record() {
    return record;
  }

  byte[] index() {
    return index;
  }

  byte[] otp() {
    return otp;
  }

  @Override
  public String toString() {
    return "EpochKeys " + number;
  }
}
