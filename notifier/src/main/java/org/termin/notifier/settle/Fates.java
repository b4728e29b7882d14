package org.termin.notifier.settle;

import static org.termin.contract.words.ReminderState.ACCEPTED;
import static org.termin.contract.words.ReminderState.CANCELLED;
import static org.termin.contract.words.ReminderState.DELIVERED;
import static org.termin.contract.words.ReminderState.FAILED;
import static org.termin.contract.words.ReminderState.NO_RECEIPT;
import static org.termin.contract.words.ReminderState.PLANNED;
import static org.termin.contract.words.ReminderState.QUEUED;
import static org.termin.contract.words.ReminderState.RETRY_WAIT;
import static org.termin.contract.words.ReminderState.SENDING;
import static org.termin.contract.words.ReminderState.SUPERSEDED;
import static org.termin.contract.words.ReminderState.UNKNOWN;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.News;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.delivery.Backoff;
import org.termin.notifier.delivery.Row;
import org.termin.notifier.delivery.Rows;
import org.termin.notifier.delivery.Tried;
import org.termin.notifier.record.Person;

/**
 * Moves the rows of an attempt. What proves that they left counts whoever proves it; what denies it
 * counts only from the latest attempt that tells them.
 */
@Component
class Fates {

  private static final Set<ReminderState> WAITING = Set.of(PLANNED, RETRY_WAIT, QUEUED);
  private static final Set<ReminderState> UNDER_WAY = Set.of(SENDING, UNKNOWN);
  private static final Set<ReminderState> SENT = Set.of(SENDING, ACCEPTED, UNKNOWN);

  /** Rows of one person must not share an instant. */
  private static final Duration SOON = Duration.ofSeconds(30);

  private final Rows rows;
  private final News news;
  private final Alarms alarms;
  private final MeterRegistry meters;
  private final Backoff backoff = new Backoff(new SecureRandom());

  Fates(Rows rows, News news, Alarms alarms, MeterRegistry meters) {
    this.rows = rows;
    this.news = news;
    this.alarms = alarms;
    this.meters = meters;
  }

  void meet(Attempt attempt, @Nullable Person person, List<Row> told, Fate fate) {
    List<Row> own =
        person == null
            ? told
            : told.stream().filter(row -> Tried.isLatest(person, attempt.id(), row)).toList();
    switch (fate) {
      case Fate.Stay() -> {}
      case Fate.Open() -> move(own, Set.of(SENDING), UNKNOWN);
      case Fate.Taken() -> {
        move(told, UNDER_WAY, ACCEPTED);
        move(told, WAITING, SUPERSEDED);
      }
      case Fate.Arrived() -> {
        // through ACCEPTED, the only way to DELIVERED
        move(told, UNDER_WAY, ACCEPTED);
        move(told, Set.of(ACCEPTED), DELIVERED);
        move(told, WAITING, SUPERSEDED);
      }
      case Fate.CountAsTold() -> move(own, Set.of(ACCEPTED), NO_RECEIPT);
      case Fate.Again(boolean counts) ->
          sleep(own, attempt.now(), counts, row -> seconds(attempt.now(), row));
      case Fate.AfterPause(var pause, var spread, boolean counts) ->
          sleep(
              own,
              attempt.now(),
              counts,
              _ -> pause.toSeconds() + backoff.within(spread).toSeconds());
      case Fate.Elsewhere() ->
          sleep(own, attempt.now(), false, _ -> backoff.within(SOON).toSeconds());
      case Fate.Failed() -> failed(move(own, SENT, FAILED), person);
      case Fate.Cancelled() -> move(told, Set.of(UNKNOWN), CANCELLED);
    }
  }

  void count(String name, String outcome) {
    meters.counter(name, "outcome", outcome.toLowerCase(Locale.ROOT)).increment();
  }

  private long seconds(Instant now, Row row) {
    return Duration.between(now, backoff.after(now, row.tries())).toSeconds();
  }

  private void sleep(List<Row> own, Instant now, boolean counts, ToLongFunction<Row> seconds) {
    for (Row row : own) {
      Instant wake = now.plusSeconds(seconds.applyAsLong(row));
      tell(rows.move(List.of(row.id()), SENT, RETRY_WAIT, wake, counts ? 1 : 0), RETRY_WAIT);
    }
  }

  private void failed(List<UUID> moved, @Nullable Person person) {
    if (person != null) {
      alarms.raise(Alarm.REACHED_NOBODY, moved.size());
    }
  }

  private List<UUID> move(List<Row> some, Set<ReminderState> from, ReminderState to) {
    List<UUID> ids = some.stream().map(Row::id).toList();
    List<UUID> moved = ids.isEmpty() ? List.of() : rows.move(ids, from, to, Instant.MAX, 0);
    tell(moved, to);
    return moved;
  }

  private void tell(List<UUID> moved, ReminderState to) {
    news.changed(moved.stream().map(id -> new DeliveryChanged(id, to)).toList());
  }
}
