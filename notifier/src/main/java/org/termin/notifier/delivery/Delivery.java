package org.termin.notifier.delivery;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.DueHandler;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Carriers.Entry;
import org.termin.notifier.channel.Fuse.Pass;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.Text;
import org.termin.notifier.delivery.Claim.Result;
import org.termin.notifier.delivery.Prepared.Defer;
import org.termin.notifier.delivery.Prepared.End;
import org.termin.notifier.delivery.Prepared.Hold;
import org.termin.notifier.delivery.Prepared.Send;
import org.termin.notifier.policy.GateMeters;
import org.termin.notifier.policy.Rule;

/**
 * From due rows to requests: prepare a handful, wait for a free place, claim, send. Answers how
 * many events are dealt with as soon as their claims are committed, not when their requests end.
 */
@Component
public class Delivery implements DueHandler {

  /** Prepared together; what finds no free place in time is prepared anew, so not too many. */
  private static final int SLICE = 50;

  /** How many times a registration that changed under our hands is looked at again. */
  private static final int LOOKS = 3;

  private static final Duration MORNING = Duration.ofHours(2);

  private final Rows rows;
  private final Preparation preparation;
  private final Judgement judgement;
  private final Claim claim;
  private final Permits permits;
  private final Carriers carriers;
  private final Dispatcher dispatcher;
  private final Marks marks;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;
  private final GateMeters gateMeters;
  private final Alarms alarms;
  private final DeliverySettings settings;
  private final Backoff backoff = new Backoff(new SecureRandom());

  Delivery(
      Rows rows,
      Preparation preparation,
      Judgement judgement,
      Claim claim,
      Permits permits,
      Carriers carriers,
      Dispatcher dispatcher,
      Marks marks,
      TransactionTemplate transaction,
      MeterRegistry meters,
      GateMeters gateMeters,
      Alarms alarms,
      DeliverySettings settings) {
    this.rows = rows;
    this.preparation = preparation;
    this.judgement = judgement;
    this.claim = claim;
    this.permits = permits;
    this.carriers = carriers;
    this.dispatcher = dispatcher;
    this.marks = marks;
    this.transaction = transaction;
    this.meters = meters;
    this.gateMeters = gateMeters;
    this.alarms = alarms;
    this.settings = settings;
  }

  @Override
  public int take(List<ExpiryDue> due) {
    long deadline = System.nanoTime() + settings.patience().toNanos();
    int taken = 0;
    while (taken < due.size()) {
      List<ExpiryDue> slice = due.subList(taken, Math.min(due.size(), taken + SLICE));
      Set<UUID> left = deliver(slice, deadline);
      if (!left.isEmpty()) {
        int leading = 0;
        while (leading < slice.size() && !left.contains(slice.get(leading).reminderId())) {
          leading++;
        }
        return taken + leading;
      }
      taken += slice.size();
    }
    return taken;
  }

  /** Deals with a slice; answers the reminders for which no place came free in time. */
  private Set<UUID> deliver(List<ExpiryDue> slice, long deadline) {
    List<Row> woken = rows.queued(slice);
    if (woken.isEmpty()) {
      return Set.of();
    }
    List<Prepared> prepared = preparation.prepare(woken, rows.now());
    Set<UUID> left = new HashSet<>();
    List<CountDownLatch> claims = new ArrayList<>();
    for (Prepared one : prepared) {
      if (!(one instanceof Send send)) {
        putAway(one);
      } else if (left.isEmpty() && permitted(send, deadline)) {
        claims.add(start(send));
      } else {
        send.woken().forEach(row -> left.add(row.id()));
      }
    }
    claims.forEach(Delivery::await);
    return left;
  }

  private boolean permitted(Send send, long deadline) {
    try {
      Duration wait = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
      return permits.take(send.to().contact().channel(), wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private CountDownLatch start(Send send) {
    CountDownLatch claimed = new CountDownLatch(1);
    dispatcher.run(
        () -> {
          try {
            enter(send, claimed);
          } finally {
            claimed.countDown();
            permits.giveBack();
          }
        });
    return claimed;
  }

  /** A channel that has closed since the judgement stops the message before it is claimed. */
  private void enter(Send send, CountDownLatch claimed) {
    switch (carriers.enter(send.to().contact().channel())) {
      case Entry.Refused(Duration wait) ->
          putAway(
              new Defer(
                  send.registration(),
                  send.woken(),
                  Map.of(),
                  send.now().plus(wait),
                  Rule.CHANNEL_CLOSED,
                  send.now()));
      case Entry.Granted(Pass pass) -> {
        try (pass) {
          claimAndSend(send, LOOKS, claimed, pass);
        }
      }
    }
  }

  private void claimAndSend(Send send, int looks, CountDownLatch claimed, Pass pass) {
    switch (claim.claim(send)) {
      case Result.Mine(UUID attempt, List<Due> told, Text text) -> {
        claimed.countDown();
        gateMeters.passed();
        dispatcher.request(
            new Outgoing(
                attempt,
                send.to().contact(),
                send.person().content().language(),
                text,
                told.stream().map(due -> Tried.note(due.row())).toList(),
                marks.of(attempt, first(send, attempt), send.person().id(), send.to().slot()),
                send.validFor()),
            pass);
      }
      case Result.DayTaken() -> putAway(judgement.refused(send, Rule.ONE_A_DAY));
      case Result.Unaffordable() -> putAway(judgement.refused(send, Rule.BUDGET));
      case Result.ToldBefore() -> claims("told-before");
      case Result.Lost() -> lookAgain(send, looks - 1, claimed, pass);
    }
  }

  /** The attempt whose Message-ID a mail keeps: the first of those nobody knows the outcome of. */
  private static UUID first(Send send, UUID attempt) {
    // newest first, as in the person's list
    return send.resendOf().isEmpty() ? attempt : send.resendOf().getLast();
  }

  /** Somebody was faster, or the person has changed; if the rows are still ours, judge anew. */
  private void lookAgain(Send send, int looks, CountDownLatch claimed, Pass pass) {
    List<Row> still =
        rows.rows(send.woken().stream().map(Row::id).toList()).stream()
            .filter(row -> row.state() == ReminderState.QUEUED)
            .filter(
                row ->
                    send.woken().stream()
                        .anyMatch(w -> w.id().equals(row.id()) && w.turn() == row.turn()))
            .toList();
    if (still.isEmpty() || looks <= 0) {
      claims("lost");
      return;
    }
    for (Prepared again : preparation.prepare(still, rows.now())) {
      if (again instanceof Send anew
          && anew.to().contact().channel() == send.to().contact().channel()) {
        claimAndSend(anew, looks, claimed, pass);
      } else if (!(again instanceof Send)) {
        putAway(again);
      }
    }
  }

  private void putAway(Prepared prepared) {
    switch (prepared) {
      case Defer defer -> {
        gateMeters.deferred(defer.rule());
        if (defer.rule() == Rule.BUDGET) {
          alarms.raise(Alarm.BUDGET_SPENT, defer.woken().size());
        }
        transaction.executeWithoutResult(
            _ -> {
              claim.end(defer.ended());
              defer.woken().stream()
                  .filter(row -> !defer.ended().containsKey(row.id()))
                  .forEach(row -> rows.defer(row, spread(defer, row)));
            });
      }
      case End end -> {
        gateMeters.ended(end.rule());
        transaction.executeWithoutResult(_ -> claim.end(end.ended()));
      }
      case Hold(UUID _, List<Row> held, Instant until) ->
          transaction.executeWithoutResult(
              _ ->
                  held.forEach(
                      row -> rows.defer(row, until.plus(backoff.within(Duration.ofSeconds(30))))));
      case Send _ -> throw new IllegalStateException("a message is not put away");
    }
  }

  /** Rows of one person must not share an instant; none may sleep past its own end. */
  private Instant spread(Defer defer, Row row) {
    if (defer.until().equals(Instant.MAX)) {
      return Instant.MAX;
    }
    Instant until = defer.until();
    Instant spread =
        until.plus(
            backoff.within(
                switch (defer.rule()) {
                  case NIGHT,
                      SUNDAY,
                      HOLIDAY,
                      ONE_A_DAY,
                      ONE_SMS_A_WEEK,
                      NO_CONTACT,
                      REFUSED_ROUTE ->
                      MORNING;
                  // its pauses grow by themselves
                  case CHANNEL_CLOSED -> Duration.between(defer.now(), until);
                  default -> Duration.ofSeconds(30);
                }));
    Instant latest = row.notAfter().minus(Outgoing.SHORTEST);
    if (spread.isBefore(latest) || !until.isBefore(latest)) {
      return until.isBefore(latest) ? spread : until;
    }
    return until;
  }

  private void claims(String result) {
    meters.counter("termin.claims", "result", result).increment();
  }

  private static void await(CountDownLatch claimed) {
    try {
      claimed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while claims were under way", e);
    }
  }
}
