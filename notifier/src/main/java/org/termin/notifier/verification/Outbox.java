package org.termin.notifier.verification;

import java.util.UUID;
import org.termin.contract.words.Channel;

/**
 * Sends messages that belong to no reminder. Called inside a transaction that holds the person's
 * record row: the attempt is written there, and after its commit exactly one request is made.
 */
public interface Outbox {
  /** Whether that channel takes messages now; while it is closed, work waits. */
  boolean isOpen(Channel channel);

  /** The id of the attempt written. */
  UUID dispatch(AtOnce message);
}
