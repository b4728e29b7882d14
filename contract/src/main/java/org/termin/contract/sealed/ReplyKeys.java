package org.termin.contract.sealed;

import java.time.LocalDate;
import java.util.UUID;
import org.termin.contract.words.Contact;

/**
 * Names an answer, and who answered on a day, so that they can be counted and found but not read.
 */
public final class ReplyKeys {

  private static final int LENGTH = 16;

  private ReplyKeys() {}

  /** The key of one answer under the provider's id of it: a repeated call has the same. */
  public static byte[] seen(LedgerKeys keys, String providerId) {
    return Derive.hmac(
        keys.token(), Bytes.label("termin/reply-seen/1").text(providerId).done(), LENGTH);
  }

  /** Finds what is kept of one contact of a registration, without saying whose it is. */
  public static byte[] owner(LedgerKeys keys, UUID registration, int slot) {
    return Derive.hmac(
        keys.token(), Bytes.label("termin/held-owner/1").id(registration).u8(slot).done(), LENGTH);
  }

  /** The key of a contact that answered on that UTC day. */
  public static byte[] day(EpochKeys keys, Contact contact, LocalDate day) {
    byte[] layout =
        Bytes.label("termin/reply-day/1")
            .u8(contact.channel().kind())
            .text(contact.value())
            .u32(day.toEpochDay())
            .done();
    return Derive.hmac(keys.index(), layout, LENGTH);
  }
}
