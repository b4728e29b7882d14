package org.termin.contract.sealed;

/** The keys of the ledger: they tie rows to people, and nobody else can. */
public final class LedgerKeys {

  private static final String SALT = "termin/ledger/1";

  private final byte[] ref;
  private final byte[] row;
  private final byte[] token;

  private LedgerKeys(byte[] file) {
    ref = Derive.key(file, SALT, "ref");
    row = Derive.key(file, SALT, "row");
    token = Derive.key(file, SALT, "token");
  }

  /** The name of the ledger key's file. */
  public static final String FILE_NAME = "ledger.key";

  /** The keys from the file's 32 bytes. */
  public static LedgerKeys of(byte[] file) {
    if (file.length != 32) {
      throw new IllegalArgumentException("a ledger key file holds 32 bytes");
    }
    return new LedgerKeys(file);
  }

  byte[] ref() {
    return ref;
  }

  byte[] row() {
    return row;
  }

  byte[] token() {
    return token;
  }

  @Override
  public String toString() {
    return "LedgerKeys";
  }
}
