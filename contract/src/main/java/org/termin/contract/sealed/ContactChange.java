package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import org.termin.contract.words.Contact;

/** What a change says about one contact; a slot it does not mention is given up. */
public sealed interface ContactChange {

  /** Leaves the contact of that slot as it is; the door does not know its value. */
  record Keep(int slot) implements ContactChange {
    public Keep {
      Slots.check(slot);
    }
  }

  /** A new contact that takes over that slot's place once it is confirmed. */
  record Replace(int slot, Contact contact) implements ContactChange {
    public Replace {
      Slots.check(slot);
      Objects.requireNonNull(contact, "contact");
    }

    @Override
    public String toString() {
      return "Replace";
    }
  }

  /** A contact beside the others. */
  record Add(Contact contact) implements ContactChange {
    public Add {
      Objects.requireNonNull(contact, "contact");
    }

    @Override
    public String toString() {
      return "Add";
    }
  }

  /** One text, so that a change fits: {@code keep:0}, {@code replace:0:+48…}, {@code add:+48…}. */
  @JsonValue
  default String wire() {
    return switch (this) {
      case Keep(int slot) -> "keep:" + slot;
      case Replace(int slot, Contact contact) -> "replace:" + slot + ":" + contact.value();
      case Add(Contact contact) -> "add:" + contact.value();
    };
  }

  /** Reads the text. */
  @JsonCreator
  static ContactChange of(String wire) {
    String[] part = wire.split(":", 3);
    return switch (part[0] + part.length) {
      case "keep2" -> new Keep(slot(part[1]));
      case "replace3" -> new Replace(slot(part[1]), Contact.of(part[2]));
      case "add2" -> new Add(Contact.of(part[1]));
      default -> throw new IllegalArgumentException("not a change of a contact");
    };
  }

  private static int slot(String digits) {
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("not a slot");
    }
  }
}
