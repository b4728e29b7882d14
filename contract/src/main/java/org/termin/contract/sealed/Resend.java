package org.termin.contract.sealed;

import java.util.Objects;
import java.util.UUID;

/** A wish for another code at one contact. */
public record Resend(UUID registration, Proof proof, int slot) implements Message.Proven {

  public Resend {
    Objects.requireNonNull(registration, "registration");
    Objects.requireNonNull(proof, "proof");
    Slots.check(slot);
  }

  @Override
  public String toString() {
    return "Resend";
  }
}
