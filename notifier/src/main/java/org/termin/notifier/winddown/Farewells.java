package org.termin.notifier.winddown;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.WindDownLog.Standing;
import org.termin.notifier.plan.Closings;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/** Sees to it that everybody is told once: of the end, or that it was taken back. */
@Component
public class Farewells {
  private static final Logger log = LoggerFactory.getLogger(Farewells.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;

  /** So long after it was taken back everybody who was told is looked for. */
  private static final Duration TAKING_BACK = Duration.ofDays(30);

  private final WindDown windDown;
  private final Closings closings;
  private final Records records;
  private final StoreClock clock;
  private final TransactionTemplate transaction;
  private final Board board;
  private final Alarms alarms;
  private final Clock machine;

  Farewells(
      WindDown windDown,
      Closings closings,
      Records records,
      StoreClock clock,
      TransactionTemplate transaction,
      Board board,
      Alarms alarms,
      Clock machine) {
    this.machine = machine;
    this.windDown = windDown;
    this.closings = closings;
    this.records = records;
    this.clock = clock;
    this.transaction = transaction;
    this.board = board;
    this.alarms = alarms;
  }

  /**
   * How far it is, people only counted.
   *
   * @param told a message has left, and may have arrived
   * @param waiting their message has not left yet, or their record has to be looked at first
   * @param failed no contact of theirs accepted it
   * @param unreached nobody can write to them: no confirmed contact is left
   */
  public record Progress(long told, long waiting, long failed, long unreached) {
    static final Progress NONE = new Progress(0, 0, 0, 0);

    private Progress plus(Progress other) {
      return new Progress(
          told + other.told,
          waiting + other.waiting,
          failed + other.failed,
          unreached + other.unreached);
    }
  }

  /** Tells whoever has not been told; may run as often as it likes. */
  @Scheduled(
      initialDelayString = "${termin.wind-down.every:1m}",
      fixedDelayString = "${termin.wind-down.every:1m}")
  public Progress sweep() {
    Standing standing = windDown.history().standing();
    Progress progress =
        switch (standing) {
          case Standing.Closing(int number, var _, var _) -> everybody(number, false);
          case Standing.Running(int takenBack, Instant since) when isFresh(since) ->
              everybody(takenBack, true);
          case Standing.Running _, Standing.Proposed _, Standing.Ended _ -> Progress.NONE;
        };
    if (progress.waiting() > 0 && standing instanceof Standing.Closing) {
      standing = windDown.extend();
    }
    board.show(standing);
    boolean closing = standing instanceof Standing.Closing;
    alarms.set(Alarm.WINDING_DOWN, closing ? Math.max(1, progress.waiting()) : 0);
    return progress;
  }

  private boolean isFresh(Instant takenBack) {
    return machine.instant().isBefore(takenBack.plus(TAKING_BACK));
  }

  private Progress everybody(int number, boolean back) {
    Progress progress = Progress.NONE;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = records.livingAfter(after, BATCH);
      progress = progress.plus(some(ids, number, back));
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    return progress;
  }

  private Progress some(List<UUID> ids, int number, boolean back) {
    // only who may have heard of the end needs to hear that it was taken back
    Set<UUID> missing = new HashSet<>(back ? closings.heardOf(ids, number) : ids);
    Map<UUID, ReminderState> told =
        back ? closings.toldBack(ids, number) : closings.told(ids, number);
    missing.removeAll(told.keySet());
    long waiting = missing.stream().filter(id -> waits(id, number, back)).count();
    return count(told).plus(new Progress(0, waiting, 0, missing.size() - waiting));
  }

  private static Progress count(Map<UUID, ReminderState> told) {
    Progress progress = Progress.NONE;
    for (ReminderState state : told.values()) {
      progress =
          progress.plus(
              switch (state) {
                case ACCEPTED, DELIVERED, NO_RECEIPT -> new Progress(1, 0, 0, 0);
                case PLANNED, RETRY_WAIT, QUEUED, SENDING, UNKNOWN -> new Progress(0, 1, 0, 0);
                case FAILED, EXPIRED_UNSENT -> new Progress(0, 0, 1, 0);
                // they were erased meanwhile, or heard it another way
                case SUPERSEDED, CANCELLED -> Progress.NONE;
              });
    }
    return progress;
  }

  /** Whether somebody has to be told yet, now or once what is in the way is mended. */
  private boolean waits(UUID id, int number, boolean back) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              _ ->
                  switch (records.lock(id)) {
                    case Found.Here(Person person) when isReachable(person) && back ->
                        closings.takeBack(person, number, clock.now());
                    case Found.Here(Person person) when isReachable(person) -> {
                      closings.tell(person, number, clock.now());
                      yield true;
                    }
                    case Found.Here _ -> false;
                    case Found.Gone _ -> false;
                    // nobody ends what an alarm has asked somebody to look at
                    case Found.Held _ -> true;
                  }));
    } catch (RuntimeException e) {
      // one person's trouble must not keep the others from being told
      log.error("somebody could not be told of the end ({})", e.getClass().getSimpleName());
      return true;
    }
  }

  private static boolean isReachable(Person person) {
    return (person.state() == RecordState.ACTIVE || person.state() == RecordState.PAUSED)
        && !person.confirmed().isEmpty();
  }
}
