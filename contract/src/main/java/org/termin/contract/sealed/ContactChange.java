package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;
import org.termin.contract.words.Contact;

/** What a change says about one contact; a slot it does not mention is given up. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ContactChange.Keep.class, name = "keep"),
  @JsonSubTypes.Type(value = ContactChange.Replace.class, name = "replace"),
  @JsonSubTypes.Type(value = ContactChange.Add.class, name = "add")
})
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
}
