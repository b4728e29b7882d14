package org.termin.contract.sealed;

import org.termin.contract.words.Contact;

/** Finds a contact's rows without storing the contact: 16 bytes under the epoch's index key. */
public final class ContactIndex {

  private ContactIndex() {}

  /** The index of a contact in that epoch. */
  public static byte[] of(EpochKeys keys, Contact contact) {
    byte[] layout =
        Bytes.label("termin/index/1").u8(contact.channel().kind()).text(contact.value()).done();
    return Derive.hmac(keys.index(), layout, 16);
  }
}
