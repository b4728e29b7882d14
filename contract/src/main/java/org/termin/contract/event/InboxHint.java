package org.termin.contract.event;

import java.util.Objects;
import java.util.UUID;

/** The door says: look into the inbox, there may be a message of this id. */
public record InboxHint(UUID messageId) implements Event {

  public InboxHint {
    Objects.requireNonNull(messageId, "messageId");
  }

  @Override
  public UUID key() {
    return messageId;
  }

  @Override
  public String id() {
    return messageId.toString();
  }
}
