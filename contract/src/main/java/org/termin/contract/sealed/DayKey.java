package org.termin.contract.sealed;

import java.time.LocalDate;
import org.termin.contract.words.Contact;

/** Stops a second text to one contact on one local day, whoever registered it. */
public final class DayKey {

  private DayKey() {}

  /** The key of a contact's local day. */
  public static byte[] of(EpochKeys keys, Contact contact, LocalDate local) {
    byte[] layout =
        Bytes.label("termin/day/1")
            .u8(contact.channel().kind())
            .text(contact.value())
            .u32(local.toEpochDay())
            .done();
    return Derive.hmac(keys.index(), layout, 16);
  }
}
