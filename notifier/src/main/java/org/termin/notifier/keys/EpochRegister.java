package org.termin.notifier.keys;

/** Knows for all notifiers which key stands behind an epoch's number. */
public interface EpochRegister {
  /**
   * Claims the number for this key; true if it is the one everybody uses under it, false if another
   * key has that number.
   *
   * @param fingerprint SHA-256 of the public half
   */
  boolean claim(int epoch, byte[] fingerprint);
}
