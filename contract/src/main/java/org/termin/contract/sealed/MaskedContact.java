package org.termin.contract.sealed;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ContactState;

/** What the person's view says of a contact: never the contact itself. */
public record MaskedContact(
    int slot, Channel channel, ContactState state, String masked, @Nullable Integer replaces) {

  public MaskedContact {
    Slots.check(slot);
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(state, "state");
    if (masked.length() > 80) {
      throw new IllegalArgumentException("too long for a masked contact");
    }
  }

  @Override
  public String toString() {
    return "MaskedContact " + slot;
  }
}
