package org.termin.contract.sealed;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;

/**
 * What the door can say to the notifier, sealed; the message's own proof decides, not who brings
 * it.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Register.class, name = "REGISTER"),
  @JsonSubTypes.Type(value = Confirm.class, name = "CONFIRM"),
  @JsonSubTypes.Type(value = Resend.class, name = "RESEND"),
  @JsonSubTypes.Type(value = Change.class, name = "CHANGE"),
  @JsonSubTypes.Type(value = Act.class, name = "ACTION"),
  @JsonSubTypes.Type(value = Callback.class, name = "CALLBACK"),
  @JsonSubTypes.Type(value = Unsubscribe.class, name = "UNSUBSCRIBE")
})
public sealed interface Message permits Register, Message.Proven, Callback, Unsubscribe {

  /** A message about one registration that shows the proof of its receipt code. */
  sealed interface Proven extends Message permits Confirm, Resend, Change, Act {

    UUID registration();

    Proof proof();
  }
}
