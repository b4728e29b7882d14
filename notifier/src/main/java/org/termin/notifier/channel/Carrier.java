package org.termin.notifier.channel;

import org.termin.contract.words.Channel;

/**
 * A way to reach a person. One call makes at most one request to the provider and never repeats it.
 */
public interface Carrier {

  /** The kind of contact this carrier serves. */
  Channel channel();

  /** Sends once and says what is known about it afterwards; never throws for a provider's mood. */
  Outcome send(Outgoing message);

  /** Looks for a message whose outcome nobody knows; one request, at most. */
  default Lookup find(Sought message) {
    return new Lookup.NoBooks();
  }

  /** Asks how a message is that the provider has taken; one request, at most. */
  default Lookup status(String providerRef) {
    return new Lookup.NoBooks();
  }

  /**
   * Whether the provider answers and lets us in: one request that sends nothing, so that nobody's
   * message is risked to find out.
   */
  default boolean answers() {
    return true;
  }

  /** Deletes the provider's copy of a finished message; false if it has to be asked again later. */
  default boolean forget(String providerRef) {
    return true;
  }
}
