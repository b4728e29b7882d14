package org.termin.tracker.session;

import org.termin.contract.sealed.Lookup;
import org.termin.contract.sealed.Proof;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.ViewKey;

/**
 * What a receipt code turns into the moment it arrives: the row it finds, the key that opens the
 * view, and the right to change.
 */
public record Access(Lookup lookup, ViewKey view, Proof proof) {

  /** The keys of a code; the code itself is dropped by the caller. */
  public static Access of(ReceiptCode code) {
    return new Access(code.lookup(), code.view(), code.proof());
  }
}
