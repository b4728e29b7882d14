package org.termin.contract.sealed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;

/**
 * One contact of a registration. A slot number is never used for another contact; a changed contact
 * gets the next one and names the slot it takes over once it is confirmed.
 */
public record ContactSlot(
    int slot, Contact contact, ContactState state, @Nullable Integer replaces) {

  /** Stands for the whole registration in the stop log; no contact has it. */
  public static final int WHOLE_REGISTRATION = 0xFF;

  public ContactSlot {
    Slots.check(slot);
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(state, "state");
    if (replaces != null && Slots.check(replaces) >= slot) {
      throw new IllegalArgumentException("a slot replaces an earlier one");
    }
  }

  /** The same contact in another state. */
  public ContactSlot in(ContactState changed) {
    return new ContactSlot(slot, contact, changed, replaces);
  }

  /** The same contact in its own right: what it replaced is gone. */
  public ContactSlot alone() {
    return new ContactSlot(slot, contact, state, null);
  }

  /** What the person's view may hold of it. */
  public MaskedContact masked() {
    return new MaskedContact(slot, contact.channel(), state, contact.masked(), replaces);
  }

  @Override
  public String toString() {
    return "ContactSlot " + slot;
  }
}
