package org.termin.notifier.settle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Limit;
import org.termin.notifier.channel.Outcome.Permanence;

/** What follows from the answer to the one request, or from its lease running out without one. */
final class AfterAnswer {

  /** A closed channel, a wrong key or an empty balance: looked at again after that long. */
  static final Duration OUR_FAULT = Duration.ofMinutes(5);

  private static final Duration A_DAY = Duration.ofDays(1);

  private AfterAnswer() {}

  /** Whether the contact itself is what is wrong. */
  private static boolean blames(Permanence permanence) {
    return switch (permanence) {
      case CONTACT, OPTED_OUT -> true;
      case CONTENT, ROUTE -> false;
    };
  }

  static Decision decide(Outcome outcome, Facts facts, Patience patience) {
    return switch (outcome) {
      case Outcome.Accepted(var ref) ->
          ref == null
              ? Watch.unnamed(facts, patience)
              : Watch.accepted(facts, patience).naming(ref);
      case Outcome.NotSent(var reason, var notBefore, var limit, _) ->
          limit.reached(facts.tries() + 1)
              ? givenUp(facts, reason, limit)
              : notSent(facts, reason, again(notBefore, patience));
      case Outcome.Closed(var until) ->
          notSent(facts, "closed", new Fate.AfterPause(until, patience.spread(), false));
      case Outcome.OurFault(var reason) ->
          notSent(facts, reason, new Fate.AfterPause(OUR_FAULT, patience.spread(), false));
      case Outcome.Rejected(var reason, var permanence) -> rejected(facts, reason, permanence);
      case Outcome.Ambiguous(var reason) -> unknown(facts, reason, patience);
    };
  }

  /** The lease is over and nobody has said how it went. */
  static Decision leaseOver(Facts facts, Patience patience) {
    return unknown(facts, "lease", patience);
  }

  private static Decision unknown(Facts facts, String reason, Patience patience) {
    return Decision.rise(
        facts, AttemptState.UNKNOWN, reason, new Look.In(patience.unknownAfter()), new Fate.Open());
  }

  private static Decision notSent(Facts facts, String reason, Fate fate) {
    return Decision.rise(facts, AttemptState.NOT_SENT, reason, new Look.Never(), fate)
        .keysBackIf(facts);
  }

  private static Fate again(@Nullable Duration notBefore, Patience patience) {
    return notBefore == null
        ? new Fate.Again(true)
        : new Fate.AfterPause(notBefore, patience.spread(), true);
  }

  private static Decision givenUp(Facts facts, String reason, Limit limit) {
    Permanence then = limit.then();
    return then == null
        ? rejected(facts, reason, Permanence.CONTENT)
        : rejected(facts, reason, then);
  }

  private static Decision rejected(Facts facts, String reason, Permanence permanence) {
    if (permanence == Permanence.ROUTE && !facts.otherContact()) {
      // the country may be opened any day
      return notSent(facts, reason, new Fate.AfterPause(A_DAY, A_DAY.dividedBy(6), false));
    }
    return Decision.rise(
            facts, AttemptState.REJECTED, reason, new Look.Never(), Elsewhere.fate(facts))
        .keysBackIf(facts)
        .flagging(facts, blames(permanence) ? permanence : null);
  }
}
