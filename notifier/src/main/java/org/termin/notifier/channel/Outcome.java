package org.termin.notifier.channel;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is known after one request. The reasons are short words of ours (an error number,
 * "refused"), never a provider's sentence: those quote the address.
 */
public sealed interface Outcome {

  /** The provider has taken the message; receipts may follow. */
  record Accepted(@Nullable String providerRef) implements Outcome {}

  /** Surely not accepted: repeating it cannot double anything. */
  record NotSent(String reason, @Nullable Duration notBefore) implements Outcome {
    public NotSent(String reason) {
      this(reason, null);
    }
  }

  /** Refused for good because of this contact or this text. */
  record Rejected(String reason, Permanence permanence) implements Outcome {}

  /** Refused because of our account, balance or sender: the person is never blamed. */
  record OurFault(String reason) implements Outcome {}

  /** Nobody knows: it may have been accepted. */
  record Ambiguous(String reason) implements Outcome {}

  /** Why a refusal is final. */
  enum Permanence {
    /** No such number or mailbox, or one that cannot take texts. */
    CONTACT,
    /** The person has told the provider to stop. */
    OPTED_OUT,
    /** This text will not pass; another channel may. */
    CONTENT
  }
}
