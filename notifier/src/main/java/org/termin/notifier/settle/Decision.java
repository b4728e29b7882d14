package org.termin.notifier.settle;

import org.jspecify.annotations.Nullable;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Moves;
import org.termin.notifier.channel.Outcome.Permanence;

/**
 * What is to be written about one attempt; {@link Settling} writes it in one transaction.
 *
 * @param state the attempt's new state, or the old one
 * @param error a short word of ours or the provider's number; none keeps what stands
 * @param providerRef the provider's name for the message, where it has become known
 * @param looks how often somebody has looked in that state
 * @param keysBack the contact's day and the told stages are free again: surely nothing was said
 * @param flag the contact is marked as failing, for this reason
 */
record Decision(
    AttemptState state,
    @Nullable String error,
    @Nullable String providerRef,
    Look look,
    int looks,
    boolean keysBack,
    @Nullable Permanence flag,
    Fate fate) {

  /** Nothing changes. */
  static Decision none(Facts facts) {
    return new Decision(
        facts.state(),
        null,
        null,
        new Look.Unchanged(),
        facts.looks(),
        false,
        null,
        new Fate.Stay());
  }

  /** The attempt rises to that state; nothing at all where it stands as high already. */
  static Decision rise(Facts facts, AttemptState to, @Nullable String error, Look look, Fate fate) {
    return Moves.allows(facts.state(), to)
        ? new Decision(to, error, null, look, 0, false, null, fate)
        : none(facts);
  }

  /** The state stays; somebody looks again, for the next time. */
  static Decision lookAgain(Facts facts, Look look, Fate fate) {
    return new Decision(facts.state(), null, null, look, facts.looks() + 1, false, null, fate);
  }

  boolean changes(Facts facts) {
    return state != facts.state();
  }

  Decision keysBackIf(Facts facts) {
    return changes(facts)
        ? new Decision(state, error, providerRef, look, looks, true, flag, fate)
        : this;
  }

  Decision flagging(Facts facts, @Nullable Permanence why) {
    return changes(facts)
        ? new Decision(state, error, providerRef, look, looks, keysBack, why, fate)
        : this;
  }

  Decision looks(int count) {
    return new Decision(state, error, providerRef, look, count, keysBack, flag, fate);
  }

  /** Also keeps the provider's name for the message, whatever else happens. */
  Decision naming(@Nullable String ref) {
    return ref == null ? this : new Decision(state, error, ref, look, looks, keysBack, flag, fate);
  }
}
