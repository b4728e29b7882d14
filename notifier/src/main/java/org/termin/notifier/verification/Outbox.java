package org.termin.notifier.verification;

import java.util.UUID;

/**
 * Sends messages that belong to no reminder. Called inside a transaction that holds the person's
 * record row: the attempt is written there, and after its commit exactly one request is made.
 */
public interface Outbox {
  /** The id of the attempt written. */
  UUID dispatch(AtOnce message);
}
