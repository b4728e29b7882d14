package org.termin.contract.sealed;

import java.util.Arrays;

/** Keys of tests: the same ones in every run. */
final class Keys {

  static final LedgerKeys LEDGER = LedgerKeys.of(file(0x11));
  static final Proof PROOF = Proof.of(file(0x22));

  private Keys() {}

  static EpochKeys epoch(int number) {
    return EpochKeys.of(number, file(number));
  }

  static byte[] file(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
