package org.termin.notifier.settle;

import java.time.Duration;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Lookup;

/**
 * What follows for a message whose outcome nobody knows, after the provider's list was asked: it is
 * adopted, asked for again, or resent at most twice. Codes, samples, answers and notices are never
 * resent; they are asked for so that the provider's copy can be deleted.
 */
final class AfterLookup {

  /** Repetitions of an unknown outcome. */
  static final int MOST_RESENDS = 2;

  private static final Duration HELD = Duration.ofHours(1);

  private AfterLookup() {}

  static Decision decide(Lookup books, Facts facts, Patience patience) {
    if (facts.state() != AttemptState.UNKNOWN) {
      return Decision.none(facts);
    }
    return switch (books) {
      case Lookup.Taken(var ref, var status) ->
          AfterReport.decide(status, facts, patience).naming(ref);
      case Lookup.NotThere(), Lookup.NoBooks() -> resend(facts, patience);
      case Lookup.CannotTell _ -> askAgain(facts, patience, patience.asks());
      case Lookup.Closed() -> askAgain(facts, patience, patience.closedAsks());
    };
  }

  private static Decision askAgain(Facts facts, Patience patience, int most) {
    return facts.looks() + 1 < most
        ? Decision.lookAgain(facts, new Look.In(patience.unknownAfter()), new Fate.Stay())
        : resend(facts, patience);
  }

  private static Decision resend(Facts facts, Patience patience) {
    if (!facts.reminder()) {
      return Decision.lookAgain(facts, new Look.Never(), new Fate.Stay());
    }
    return switch (facts.whose()) {
      case GONE -> Decision.lookAgain(facts, new Look.Never(), new Fate.Cancelled());
      case HELD -> Decision.lookAgain(facts, new Look.In(HELD), new Fate.Stay());
      case HERE ->
          Decision.lookAgain(
              facts,
              new Look.Never(),
              facts.resends() < MOST_RESENDS
                  ? new Fate.AfterPause(Duration.ZERO, patience.spread(), false)
                  : Elsewhere.fate(facts));
    };
  }
}
