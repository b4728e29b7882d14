package org.termin.contract.event;

import java.util.Objects;
import java.util.UUID;
import org.termin.contract.words.ReminderState;

/** The notifier says, after commit and at best effort: this reminder stands here now. */
public record DeliveryChanged(UUID reminderId, ReminderState state) implements Event {

  public DeliveryChanged {
    Objects.requireNonNull(reminderId, "reminderId");
    Objects.requireNonNull(state, "state");
  }

  @Override
  public UUID key() {
    return reminderId;
  }

  @Override
  public String id() {
    return reminderId + "/" + state;
  }
}
