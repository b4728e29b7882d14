package org.termin.notifier.winddown;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.Refused;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog;
import org.termin.notifier.keys.WindDownLog.Event;
import org.termin.notifier.keys.WindDownLog.History;
import org.termin.notifier.keys.WindDownLog.Line;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.record.StoreClock;

/**
 * What operators say about the end of the service: one proposes, another agrees, any takes back.
 */
@Component
class WindDown {
  private final WindDownLog log;
  private final Clock clock;
  private final StoreClock store;
  private final WindDownSettings settings;

  WindDown(Keyring keys, Clock clock, StoreClock store, WindDownSettings settings) {
    this.log = keys.windDown();
    this.clock = clock;
    this.store = store;
    this.settings = settings;
  }

  /** Where it stands now; a proposal nobody agreed to in time is none. */
  History history() {
    History read = log.read();
    return read.standing() instanceof Standing.Proposed open && isOver(open, clock.instant())
        ? new History(read.cards(), new Standing.Running(open.takenBack(), open.at()))
        : read;
  }

  void propose(@Nullable String card) {
    Instant now = clock.instant();
    log.decide(
        now,
        history -> {
          String whose = Cards.known(card, history.cards());
          return switch (history.standing()) {
            case Standing.Running running when running.takenBack() >= StageNumber.CLOSINGS ->
                throw new Refused(
                    "It was agreed and taken back %d times, and an eleventh message could not be told from the first: end the service by the kill switch, after telling everybody another way."
                        .formatted(StageNumber.CLOSINGS));
            case Standing.Running _ -> new Line(Event.PROPOSED, whose);
            case Standing.Proposed open when isOver(open, now) -> new Line(Event.PROPOSED, whose);
            case Standing.Proposed open when open.card().equals(whose) -> null;
            case Standing.Proposed _ ->
                throw new Refused("Another operator has proposed it already: agree to it.");
            case Standing.Closing _ -> throw new Refused("It is agreed already.");
            case Standing.Ended _ -> throw new Refused("This service has ended.");
          };
        });
  }

  /** From now on everybody is told; the last day leaves each of them the whole notice. */
  void agree(@Nullable String card) {
    Instant now = clock.instant();
    LocalDate until = store.today().plusDays((long) settings.telling() + settings.notice());
    log.decide(
        now,
        history -> {
          String whose = Cards.known(card, history.cards());
          return switch (history.standing()) {
            case Standing.Proposed open when isOver(open, now) ->
                throw new Refused("The proposal is older than 7 days: propose it again.");
            case Standing.Proposed open when open.card().equals(whose) ->
                throw new Refused(
                    "The second word has to be another person's, and this card goes back to the"
                        + " same one.");
            case Standing.Proposed _ -> new Line(Event.AGREED, until.toString());
            case Standing.Running _ -> throw new Refused("Nobody has proposed it.");
            case Standing.Closing _ -> null;
            case Standing.Ended _ -> throw new Refused("This service has ended.");
          };
        });
  }

  /** One card is enough: going on harms nobody. */
  void takeBack(@Nullable String card) {
    log.decide(
        clock.instant(),
        history -> {
          Cards.known(card, history.cards());
          return switch (history.standing()) {
            case Standing.Proposed _, Standing.Closing _ -> new Line(Event.TAKEN_BACK, "-");
            case Standing.Running _ -> null;
            case Standing.Ended _ -> throw new Refused("This service has ended.");
          };
        });
  }

  /** Nobody is told of a day that leaves them less than the notice. */
  Standing extend() {
    LocalDate least = store.today().plusDays((long) settings.notice() + 1);
    return log.leaveUntil(least, clock.instant());
  }

  /** The word after which nothing starts again, unless something changed meanwhile. */
  void end(Standing.Closing judged) {
    log.decide(
        clock.instant(),
        history -> history.standing().equals(judged) ? new Line(Event.ENDED, "-") : null);
  }

  private boolean isOver(Standing.Proposed open, Instant now) {
    return now.isAfter(open.at().plus(settings.proposal()));
  }
}
