package org.termin.notifier.delivery;

import static org.termin.contract.words.ReminderState.ACCEPTED;
import static org.termin.contract.words.ReminderState.CANCELLED;
import static org.termin.contract.words.ReminderState.DELIVERED;
import static org.termin.contract.words.ReminderState.FAILED;
import static org.termin.contract.words.ReminderState.NO_RECEIPT;
import static org.termin.contract.words.ReminderState.RETRY_WAIT;
import static org.termin.contract.words.ReminderState.SENDING;
import static org.termin.contract.words.ReminderState.SUPERSEDED;
import static org.termin.contract.words.ReminderState.UNKNOWN;

import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Moves;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.News;
import org.termin.notifier.channel.Outcome;
import org.termin.notifier.channel.Outcome.Permanence;
import org.termin.notifier.delivery.Attempts.Attempt;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.Codes;

/**
 * What happens to an attempt and its rows once something is known: one transaction, by rank, so
 * that an answer, a receipt and a sweep may come in any order and more than once.
 */
@Component
public class Settlement {

  /** Silence is not failure: after this long without a receipt a message counts as told. */
  private static final Duration SILENCE = Duration.ofHours(72);

  private static final Duration OUR_FAULT = Duration.ofMinutes(5);
  private static final Set<ReminderState> UNDER_WAY = Set.of(SENDING, UNKNOWN);
  private static final Set<ReminderState> SENT = Set.of(SENDING, ReminderState.ACCEPTED, UNKNOWN);
  private static final Set<ReminderState> WAITING = Claim.UNSENT;

  private final TransactionTemplate transaction;
  private final Records records;
  private final Attempts attempts;
  private final Rows rows;
  private final Keys keys;
  private final Codes codes;
  private final News news;
  private final MeterRegistry meters;
  private final Alarms alarms;
  private final DeliverySettings settings;
  private final Backoff backoff = new Backoff(new SecureRandom());

  Settlement(
      TransactionTemplate transaction,
      Records records,
      Attempts attempts,
      Rows rows,
      Keys keys,
      Codes codes,
      News news,
      MeterRegistry meters,
      Alarms alarms,
      DeliverySettings settings) {
    this.transaction = transaction;
    this.records = records;
    this.attempts = attempts;
    this.rows = rows;
    this.keys = keys;
    this.codes = codes;
    this.news = news;
    this.meters = meters;
    this.alarms = alarms;
    this.settings = settings;
  }

  /** Classifies the outcome of the one request. */
  public void settle(UUID attempt, Outcome outcome) {
    count("termin.outcomes", outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
    switch (outcome) {
      case Outcome.Accepted(var ref) -> accepted(attempt, ref);
      case Outcome.NotSent(var reason, var notBefore) -> notSent(attempt, reason, notBefore, 1);
      case Outcome.OurFault(var reason) -> notSent(attempt, reason, OUR_FAULT, 0);
      case Outcome.Rejected(var reason, var permanence) -> rejected(attempt, reason, permanence);
      case Outcome.Ambiguous(var reason) -> unknown(attempt, reason);
    }
  }

  private void accepted(UUID id, @Nullable String providerRef) {
    transaction.executeWithoutResult(
        _ -> {
          codes.accepted(id);
          change(
              id,
              AttemptState.ACCEPTED,
              null,
              a -> a.now().plus(SILENCE),
              (a, person) -> move(a.contents().reminders(), UNDER_WAY, ACCEPTED, Instant.MAX, 0));
          // a receipt may have been faster than the answer; the reference is wanted all the same
          if (providerRef != null) {
            attempts.providerRef(id, providerRef);
          }
        });
  }

  private void notSent(UUID id, String reason, @Nullable Duration notBefore, int tries) {
    inTransaction(
        id,
        AttemptState.NOT_SENT,
        reason,
        a -> Instant.MAX,
        (a, person) -> {
          keys.giveBack(id);
          retry(a, notBefore, tries);
        });
  }

  /** Each row sleeps until an instant of its own. */
  private void retry(Attempt a, @Nullable Duration notBefore, int moreTries) {
    for (Row row : rows.rows(a.contents().reminders())) {
      Instant next = backoff.after(a.now(), row.tries());
      Instant wake =
          notBefore == null
              ? next
              : a.now().plus(notBefore).plus(backoff.within(settings.spread()));
      move(List.of(row.id()), UNDER_WAY, RETRY_WAIT, wake, moreTries);
    }
  }

  private void rejected(UUID id, String reason, Permanence permanence) {
    inTransaction(
        id,
        AttemptState.REJECTED,
        reason,
        a -> Instant.MAX,
        (a, person) -> {
          keys.giveBack(id);
          Person now = permanence == Permanence.CONTENT ? person : flagged(a, person, permanence);
          elsewhere(a, now, SENT);
        });
  }

  private void unknown(UUID id, String reason) {
    inTransaction(
        id,
        AttemptState.UNKNOWN,
        reason,
        a -> a.now().plus(settings.unknownAfter()),
        (a, person) -> move(a.contents().reminders(), Set.of(SENDING), UNKNOWN, Instant.MAX, 0));
  }

  /** The lease is over and nobody has said how it went. */
  public void leaseOver(UUID id) {
    unknown(id, "lease");
  }

  /** A receipt says it arrived; whatever was about to repeat it has nothing to add. */
  public void delivered(UUID id) {
    inTransaction(
        id,
        AttemptState.DELIVERED,
        null,
        a -> a.now(),
        (a, person) -> {
          // through ACCEPTED, the only way to DELIVERED
          move(a.contents().reminders(), UNDER_WAY, ACCEPTED, Instant.MAX, 0);
          move(a.contents().reminders(), Set.of(ACCEPTED), DELIVERED, Instant.MAX, 0);
          move(a.contents().reminders(), WAITING, SUPERSEDED, Instant.MAX, 0);
        });
  }

  /** A receipt says the provider has it, which settles an unknown outcome. */
  public void onItsWay(UUID id) {
    inTransaction(
        id,
        AttemptState.ACCEPTED,
        null,
        a -> a.now().plus(SILENCE),
        (a, person) -> {
          codes.accepted(id);
          move(a.contents().reminders(), UNDER_WAY, ACCEPTED, Instant.MAX, 0);
          move(a.contents().reminders(), WAITING, SUPERSEDED, Instant.MAX, 0);
        });
  }

  /** A receipt says it did not arrive: another contact, or this one once more, or an alarm. */
  public void undelivered(UUID id, String error, @Nullable Permanence permanence) {
    inTransaction(
        id,
        AttemptState.UNDELIVERED,
        error,
        a -> a.now(),
        (a, person) -> {
          keys.giveBack(id);
          @Nullable Person now =
              permanence == Permanence.CONTACT
                  ? flagged(a, person, Permanence.CONTACT)
                  : permanence == Permanence.OPTED_OUT
                      ? flagged(a, person, Permanence.OPTED_OUT)
                      : person;
          elsewhere(a, now, SENT);
        });
  }

  /** The provider's name for a message, where its answer never reached us. */
  public void reference(UUID id, String providerRef) {
    attempts.providerRef(id, providerRef);
  }

  /** Nothing came for three days: counts as told. */
  public void silence(UUID id) {
    transaction.executeWithoutResult(
        _ ->
            attempts
                .lock(id)
                .filter(a -> a.state() == AttemptState.ACCEPTED)
                .ifPresent(
                    a -> {
                      move(a.contents().reminders(), Set.of(ACCEPTED), NO_RECEIPT, Instant.MAX, 0);
                      attempts.rest(id);
                    }));
  }

  /** No callback has decided: send again, at most twice, then try elsewhere or give up. */
  public void stillUnknown(UUID id) {
    transaction.executeWithoutResult(
        _ -> {
          Attempt found = attempts.find(id).orElse(null);
          if (found == null) {
            return;
          }
          Person person = locked(found);
          attempts
              .lock(id)
              .filter(a -> a.state() == AttemptState.UNKNOWN)
              .ifPresent(a -> again(a, person));
        });
  }

  private void again(Attempt a, @Nullable Person person) {
    attempts.rest(a.id());
    if (a.kind() != AttemptKind.REMINDER) {
      return;
    }
    if (person == null) {
      move(a.contents().reminders(), Set.of(UNKNOWN), CANCELLED, Instant.MAX, 0);
    } else if (a.resends() < Tried.MOST - 1) {
      retry(a, Duration.ZERO, 0);
    } else {
      elsewhere(a, person, Set.of(UNKNOWN));
    }
  }

  /** To another verified contact at once; without one it has failed, which somebody must see. */
  private void elsewhere(Attempt a, @Nullable Person person, Set<ReminderState> from) {
    if (a.kind() != AttemptKind.REMINDER) {
      return;
    }
    boolean other = person != null && Tried.isContactLeft(person, a.id(), a.contents().slot());
    boolean onceMore =
        person != null && a.state() == AttemptState.ACCEPTED && isConfirmed(person, a);
    if (other) {
      // a few seconds apart, so that the rows do not share an instant
      a.contents()
          .reminders()
          .forEach(
              id ->
                  move(
                      List.of(id),
                      from,
                      RETRY_WAIT,
                      a.now().plus(backoff.within(Duration.ofSeconds(30))),
                      0));
    } else if (person != null && onceMore && !Tried.undeliveredBefore(person, a.id())) {
      retry(a, from, Duration.ofHours(4));
    } else {
      Collection<UUID> failed = move(a.contents().reminders(), from, FAILED, Instant.MAX, 0);
      alarms.raise(Alarm.REACHED_NOBODY, failed.size());
    }
  }

  private void retry(Attempt a, Set<ReminderState> from, Duration pause) {
    a.contents()
        .reminders()
        .forEach(
            id ->
                move(
                    List.of(id),
                    from,
                    RETRY_WAIT,
                    a.now().plus(pause).plus(backoff.within(pause)),
                    1));
  }

  private static boolean isConfirmed(Person person, Attempt a) {
    return person.confirmed().stream().anyMatch(slot -> slot.slot() == a.contents().slot());
  }

  private @Nullable Person flagged(Attempt a, @Nullable Person person, Permanence why) {
    if (person == null) {
      return null;
    }
    ContactSlot slot = person.content().slot(a.contents().slot()).orElse(null);
    if (slot == null || slot.state() != ContactState.CONFIRMED) {
      return person;
    }
    count("termin.contacts.failing", why.name().toLowerCase(java.util.Locale.ROOT));
    return records.write(person.with(person.content().with(slot.in(ContactState.FAILING))));
  }

  private void inTransaction(
      UUID id,
      AttemptState to,
      @Nullable String error,
      java.util.function.Function<Attempt, Instant> wake,
      BiConsumer<Attempt, @Nullable Person> rowsToo) {
    transaction.executeWithoutResult(_ -> change(id, to, error, wake, rowsToo));
  }

  private void change(
      UUID id,
      AttemptState to,
      @Nullable String error,
      java.util.function.Function<Attempt, Instant> wake,
      BiConsumer<Attempt, @Nullable Person> rowsToo) {
    Optional<Attempt> known = attempts.find(id);
    if (known.isEmpty()) {
      return;
    }
    Person person = locked(known.get());
    Attempt a = attempts.lock(id).orElse(null);
    if (a == null || !Moves.allows(a.state(), to)) {
      return;
    }
    attempts.move(id, to, error, wake.apply(a));
    Person noted = person == null ? null : noted(person, id, to);
    rowsToo.accept(a, noted);
  }

  /** Records are locked before anything else; nobody, where the registration is gone. */
  private @Nullable Person locked(Attempt attempt) {
    return switch (records.lock(attempt.contents().registration())) {
      case Found.Here(Person here) -> here;
      case Found.Gone() -> null;
      case Found.Held() -> null;
    };
  }

  /** The person's page shows the new state; a write under a new version takes it along. */
  private Person noted(Person person, UUID attempt, AttemptState state) {
    if (person.deliveries().stream().noneMatch(note -> note.attempt().equals(attempt))) {
      return person;
    }
    Person noted =
        person.withDeliveries(
            person.deliveries().stream()
                .map(note -> note.attempt().equals(attempt) ? note.in(state) : note)
                .toList());
    records.rewriteViews(List.of(noted));
    return noted;
  }

  private List<UUID> move(
      Collection<UUID> ids,
      Set<ReminderState> from,
      ReminderState to,
      Instant wake,
      int moreTries) {
    List<UUID> moved = ids.isEmpty() ? List.of() : rows.move(ids, from, to, wake, moreTries);
    news.changed(moved.stream().map(id -> new DeliveryChanged(id, to)).toList());
    return moved;
  }

  private void count(String name, String outcome) {
    meters.counter(name, "outcome", outcome).increment();
  }
}
