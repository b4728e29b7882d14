package org.termin.contract.sealed;

import java.util.UUID;

/**
 * The trace by which a text of unknown outcome is recognised in the provider's list. Bound to its
 * attempt, so equal texts cannot be told by it, and to an epoch, so it dies with that epoch's keys.
 */
public final class SaidKey {

  private SaidKey() {}

  /** The trace of that attempt's text; white space at either end does not count. */
  public static byte[] of(EpochKeys keys, UUID attempt, String text) {
    byte[] layout = Bytes.label("termin/said/1").id(attempt).text(text.strip()).done();
    return Derive.hmac(keys.index(), layout, 16);
  }
}
