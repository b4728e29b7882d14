package org.termin.notifier.settle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.AttemptState;
import org.termin.notifier.channel.Failure;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.channel.Status;

/**
 * What follows from a receipt, or from an answer to the question for one. The highest status
 * decides, so their order and number do not matter.
 */
final class AfterReport {

  private static final Duration LONGEST_SPREAD = Duration.ofHours(1);

  private AfterReport() {}

  static Decision decide(Status status, Facts facts, Patience patience) {
    return switch (status) {
      case Status.OnItsWay() -> Watch.accepted(facts, patience);
      case Status.Delivered() ->
          Decision.rise(facts, AttemptState.DELIVERED, null, new Look.Now(), new Fate.Arrived());
      case Status.Undelivered(var failure) ->
          Decision.rise(
                  facts,
                  AttemptState.UNDELIVERED,
                  failure.code(),
                  new Look.Now(),
                  fate(failure, facts))
              .keysBackIf(facts)
              .flagging(facts, flag(failure, facts));
    };
  }

  /** Another contact comes first; this one again only where it is the only one. */
  private static Fate fate(Failure failure, Facts facts) {
    int failed = facts.failed() + 1;
    boolean once =
        facts.whose() == Facts.Whose.HERE
            && !facts.otherContact()
            && facts.confirmed()
            && flag(failure, facts) == null
            && failure.again(failed);
    if (!once) {
      return Elsewhere.fate(facts);
    }
    Duration pause = failure.pause(failed);
    Duration spread = pause.compareTo(LONGEST_SPREAD) > 0 ? LONGEST_SPREAD : pause;
    return new Fate.AfterPause(pause, spread, true);
  }

  private static @Nullable Permanence flag(Failure failure, Facts facts) {
    return switch (failure.blame()) {
      case CONTACT -> Permanence.CONTACT;
      case OPTED_OUT -> Permanence.OPTED_OUT;
      case ABSENT -> facts.absentBefore() ? Permanence.CONTACT : null;
      case CONTENT, OURS, NOBODY, UNLISTED -> null;
    };
  }
}
