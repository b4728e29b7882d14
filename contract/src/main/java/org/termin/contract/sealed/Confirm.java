package org.termin.contract.sealed;

import java.util.Objects;
import java.util.UUID;

/** The code that came to one contact, typed back. */
public record Confirm(UUID registration, Proof proof, int slot, String code)
    implements Message.Proven {

  public Confirm {
    Objects.requireNonNull(registration, "registration");
    Objects.requireNonNull(proof, "proof");
    Slots.check(slot);
    if (code.length() > 20) {
      throw new IllegalArgumentException("not a code");
    }
  }

  @Override
  public String toString() {
    return "Confirm";
  }
}
