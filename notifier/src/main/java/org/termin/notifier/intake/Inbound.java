package org.termin.notifier.intake;

import java.time.Instant;
import java.util.UUID;
import org.termin.contract.sealed.Callback;

/** What comes in without a receipt code: a provider's calls and the one-click stop of a mail. */
public interface Inbound {
  /**
   * A provider's call, inside the transaction of its inbox row. False if its signature or token
   * does not prove where it comes from.
   */
  boolean callback(Callback call, Instant now);

  /** Stops one contact, exactly as its own STOP would; inside the transaction of the inbox row. */
  void unsubscribe(UUID registration, int slot, Instant now);
}
