package org.termin.notifier.settle;

import org.jspecify.annotations.Nullable;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Lookup;
import org.termin.notifier.channel.Status;

/**
 * How a message that was taken is watched: for a last call after 6 h, for everybody by a question
 * to the provider at 12 h and 72 h. Silence is not failure: at the end it counts as told.
 */
final class Watch {

  private static final int LAST_CALL = 0;
  private static final int FIRST_POLL = 1;
  private static final int LAST_POLL = 2;

  private Watch() {}

  /**
   * What is known when the instant has come.
   *
   * @param books what the provider says, if it was asked
   * @param lastCall something the message tells cannot wait for another stage
   * @param receiptsWork most messages of this sender have had a final receipt lately
   */
  record Quiet(Lookup books, boolean lastCall, boolean receiptsWork) {}

  /** Taken, under a name by which the provider can be asked. */
  static Decision accepted(Facts facts, Patience patience) {
    return facts.reminder()
        ? taken(facts, LAST_CALL, new Look.In(patience.lastCallAfter()))
        : taken(facts, FIRST_POLL, new Look.In(patience.firstPoll()));
  }

  /** Taken by a relay that reports nothing: nobody can be asked. */
  static Decision unnamed(Facts facts, Patience patience) {
    return taken(facts, LAST_POLL, new Look.In(patience.lastPoll()));
  }

  private static Decision taken(Facts facts, int looks, Look look) {
    Decision taken = Decision.rise(facts, AttemptState.ACCEPTED, null, look, new Fate.Taken());
    return taken.changes(facts) ? taken.looks(looks) : taken;
  }

  /** Whether the provider is asked at this look; at a last call's, only if it could matter. */
  static boolean asks(int looks, boolean lastCall) {
    return looks > LAST_CALL || lastCall;
  }

  static Decision decide(Quiet quiet, Facts facts, Patience patience) {
    if (facts.state() != AttemptState.ACCEPTED) {
      return Decision.none(facts);
    }
    Status last = last(quiet.books());
    if (last != null) {
      return AfterReport.decide(last, facts, patience);
    }
    return switch (facts.looks()) {
      case LAST_CALL ->
          Decision.lookAgain(
              facts,
              new Look.In(patience.firstPoll().minus(patience.lastCallAfter())),
              fallsBack(quiet, facts) ? new Fate.Elsewhere() : new Fate.Stay());
      case FIRST_POLL ->
          Decision.lookAgain(
              facts, new Look.In(patience.lastPoll().minus(patience.firstPoll())), new Fate.Stay());
      default -> Decision.lookAgain(facts, new Look.Never(), new Fate.CountAsTold());
    };
  }

  private static boolean fallsBack(Quiet quiet, Facts facts) {
    return facts.reminder()
        && quiet.lastCall()
        && quiet.receiptsWork()
        && facts.whose() == Facts.Whose.HERE
        && facts.untouchedContact();
  }

  private static @Nullable Status last(Lookup books) {
    return switch (books) {
      case Lookup.Taken(_, var status) -> status instanceof Status.OnItsWay ? null : status;
      case Lookup.NotThere _, Lookup.CannotTell _, Lookup.Closed _, Lookup.NoBooks _ -> null;
    };
  }
}
