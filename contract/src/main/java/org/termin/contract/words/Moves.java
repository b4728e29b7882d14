package org.termin.contract.words;

import static org.termin.contract.words.Moves.Who.NOTIFIER;
import static org.termin.contract.words.Moves.Who.SCHEDULER;
import static org.termin.contract.words.ReminderState.*;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one table of moves a reminder or an attempt may make; every statement is tested against it.
 */
public final class Moves {

  /** Who makes a move. */
  public enum Who {
    SCHEDULER,
    NOTIFIER
  }

  /** One allowed move of a reminder. */
  public record Move(Who who, ReminderState from, ReminderState to) {}

  /** All moves of reminders, line by line as in the delivery protocol. */
  public static final Set<Move> REMINDER =
      Stream.of(
              moves(SCHEDULER, Set.of(PLANNED, RETRY_WAIT), Set.of(QUEUED)),
              moves(SCHEDULER, Set.of(QUEUED), Set.of(QUEUED)),
              moves(NOTIFIER, Set.of(QUEUED), Set.of(RETRY_WAIT)),
              moves(NOTIFIER, Set.of(PLANNED, RETRY_WAIT, QUEUED), Set.of(SENDING)),
              moves(NOTIFIER, Set.of(SENDING), Set.of(ACCEPTED, RETRY_WAIT, UNKNOWN)),
              moves(NOTIFIER, Set.of(UNKNOWN), Set.of(ACCEPTED, RETRY_WAIT, FAILED)),
              moves(NOTIFIER, Set.of(SENDING, ACCEPTED, UNKNOWN), Set.of(RETRY_WAIT, FAILED)),
              moves(NOTIFIER, Set.of(ACCEPTED), Set.of(DELIVERED, NO_RECEIPT)),
              moves(
                  NOTIFIER,
                  Set.of(PLANNED, RETRY_WAIT, QUEUED, UNKNOWN),
                  Set.of(SUPERSEDED, CANCELLED, EXPIRED_UNSENT)))
          .flatMap(line -> line)
          .collect(Collectors.toUnmodifiableSet());

  private Moves() {}

  private static Stream<Move> moves(Who who, Set<ReminderState> from, Set<ReminderState> to) {
    return from.stream().flatMap(start -> to.stream().map(end -> new Move(who, start, end)));
  }

  /** Whether that service may move a reminder so. */
  public static boolean allows(Who who, ReminderState from, ReminderState to) {
    return REMINDER.contains(new Move(who, from, to));
  }

  /** Whether an attempt may move so: to a higher rank only. */
  public static boolean allows(AttemptState from, AttemptState to) {
    return to.compareTo(from) > 0;
  }
}
