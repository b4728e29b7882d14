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

  /**
   * Surely not accepted: repeating it cannot double anything.
   *
   * @param notBefore how long to wait; none: as the growing pauses say
   * @param scope whether the way out failed, or only this contact's end of it
   */
  record NotSent(String reason, @Nullable Duration notBefore, Limit limit, Scope scope)
      implements Outcome {
    public NotSent(String reason) {
      this(reason, null);
    }

    public NotSent(String reason, @Nullable Duration notBefore) {
      this(reason, notBefore, Limit.NONE, Scope.CHANNEL);
    }
  }

  /** What a refusal speaks about. */
  enum Scope {
    CHANNEL,
    CONTACT
  }

  /** The channel closed between the claim and the request: nothing left, nobody is to blame. */
  record Closed(Duration until) implements Outcome {}

  /** Refused for good because of this contact or this text. */
  record Rejected(String reason, Permanence permanence) implements Outcome {}

  /** Refused because of our account, balance or sender: the person is never blamed. */
  record OurFault(String reason) implements Outcome {}

  /** Nobody knows: it may have been accepted. */
  record Ambiguous(String reason) implements Outcome {}

  /**
   * How often the same refusal is believed to pass.
   *
   * @param most tries in all; 0: until the message is stale
   * @param then what it means after that; none: another contact is tried and nobody is blamed
   * @param unlisted our tables do not know the code: somebody has to look it up
   */
  record Limit(int most, @Nullable Permanence then, boolean unlisted) {
    public static final Limit NONE = new Limit(0, null);

    /** An unknown code: a few tries, and nobody is suppressed. */
    public static final Limit UNLISTED = new Limit(3, null, true);

    public Limit(int most, @Nullable Permanence then) {
      this(most, then, false);
    }

    /** Whether that many tries are too many. */
    public boolean reached(int tries) {
      return most > 0 && tries >= most;
    }
  }

  /** Why a refusal is final. */
  enum Permanence {
    /** No such number or mailbox, or one that cannot take texts. */
    CONTACT,
    /** The person has told the provider to stop. */
    OPTED_OUT,
    /** This text will not pass; another channel may. */
    CONTENT,
    /** Our account does not serve that country; another channel may, and nobody is to blame. */
    ROUTE
  }
}
