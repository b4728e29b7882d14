package org.termin.notifier.delivery;

import static org.termin.contract.words.ReminderState.PLANNED;
import static org.termin.contract.words.ReminderState.QUEUED;
import static org.termin.contract.words.ReminderState.RETRY_WAIT;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Contact;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.bus.News;
import org.termin.notifier.channel.Text;
import org.termin.notifier.delivery.Prepared.Send;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * The one committed step between "should be sent" and "is being sent": everything that could stop a
 * second sender, or a stopped person's message, is compared and set here.
 */
@Component
class Claim {

  static final Set<ReminderState> UNSENT = Set.of(PLANNED, RETRY_WAIT, QUEUED);

  private final TransactionTemplate transaction;
  private final Records records;
  private final Rows rows;
  private final Attempts attempts;
  private final Keys keys;
  private final ReminderMoney money;
  private final Alarms alarms;
  private final News news;
  private final Wording wording;
  private final Canaries canaries;
  private final DeliverySettings settings;

  Claim(
      TransactionTemplate transaction,
      Records records,
      Rows rows,
      Attempts attempts,
      Keys keys,
      ReminderMoney money,
      Alarms alarms,
      News news,
      Wording wording,
      Canaries canaries,
      DeliverySettings settings) {
    this.canaries = canaries;
    this.transaction = transaction;
    this.records = records;
    this.rows = rows;
    this.attempts = attempts;
    this.keys = keys;
    this.money = money;
    this.alarms = alarms;
    this.news = news;
    this.wording = wording;
    this.settings = settings;
  }

  /** What became of the claim. */
  sealed interface Result {
    /** The request must be made now; these are the rows it tells. */
    record Mine(UUID attempt, List<Due> told, Text text) implements Result {}

    /** Somebody else has it, or the person has changed: look again. */
    record Lost() implements Result {}

    /** The contact has had its message of the day from somewhere else. */
    record DayTaken() implements Result {}

    /** The day's money has been spent by somebody faster. */
    record Unaffordable() implements Result {}

    /** All of it was told to this contact before; the rows have ended. */
    record ToldBefore() implements Result {}
  }

  Result claim(Send send) {
    return java.util.Objects.requireNonNull(
        transaction.execute(
            status -> {
              Result result = tryClaim(send);
              boolean keeps =
                  switch (result) {
                    case Result.Mine _, Result.ToldBefore _ -> true;
                    case Result.Lost _, Result.DayTaken _, Result.Unaffordable _ -> false;
                  };
              if (!keeps) {
                status.setRollbackOnly();
              }
              return result;
            }));
  }

  private Result tryClaim(Send send) {
    if (!(records.lock(send.person().id()) instanceof Found.Here(Person person))
        || person.version() != send.person().version()
        || !mayHear(person, send)
        || !stillAsJudged(send)) {
      return new Result.Lost();
    }
    UUID attempt = UUID.randomUUID();
    Contact contact = send.to().contact();
    LocalDate today = send.now().atZone(person.content().zone()).toLocalDate();
    // the operator may be a resident too: the daily check must not take the day of their reminder
    if (!canaries.includes(person)
        && !keys.takeDay(contact, today, attempt, send.resendOf())
        && !send.asked().exempt()) {
      return new Result.DayTaken();
    }
    List<Due> told = notToldBefore(send, attempt);
    Map<UUID, ReminderState> ended = new HashMap<>(send.ended());
    send.told().stream()
        .filter(due -> !told.contains(due))
        .forEach(due -> ended.put(due.row().id(), ReminderState.SUPERSEDED));
    end(ended);
    if (told.isEmpty()) {
      keys.giveBack(attempt);
      return new Result.ToldBefore();
    }
    Text text = wording.of(send, told);
    dispatch(send, person, attempt, told, text);
    long price = money.price(contact.channel(), text);
    // last, because everybody takes from the same counter
    return money.take(attempt, price, send.price().pressing(), send.now())
        ? new Result.Mine(attempt, told, text)
        : new Result.Unaffordable();
  }

  private static boolean mayHear(Person person, Send send) {
    return person.state() == RecordState.ACTIVE
        || person.state() == RecordState.PAUSED && send.asked().ofTheService();
  }

  private boolean stillAsJudged(Send send) {
    Set<UUID> ids = new HashSet<>(send.ended().keySet());
    send.told().forEach(due -> ids.add(due.row().id()));
    Map<UUID, String> stands = rows.lock(ids);
    return send.told().stream()
        .allMatch(due -> stand(due.row()).equals(stands.get(due.row().id())));
  }

  private static String stand(Row row) {
    return row.state() + "/" + row.turn();
  }

  private List<Due> notToldBefore(Send send, UUID attempt) {
    Map<HeldDocument, Integer> stages = new HashMap<>();
    for (Due due : send.told()) {
      HeldDocument document = due.document();
      if (document != null) {
        stages.put(document, due.stage());
      }
    }
    List<HeldDocument> fresh =
        keys.takeTold(send.person(), send.to().contact(), stages, attempt, send.resendOf());
    return send.told().stream()
        .filter(due -> due.document() == null || fresh.contains(due.document()))
        .toList();
  }

  /** Ends rows that are still unsent; each state in one statement. */
  void end(Map<UUID, ReminderState> ended) {
    Map<ReminderState, List<UUID>> byState = new EnumMap<>(ReminderState.class);
    ended.forEach((id, state) -> byState.computeIfAbsent(state, _ -> new ArrayList<>()).add(id));
    byState.forEach(
        (state, ids) -> {
          List<UUID> moved = rows.move(ids, UNSENT, state, Instant.MAX, 0);
          if (state == ReminderState.EXPIRED_UNSENT) {
            alarms.raise(Alarm.EXPIRED_UNSENT, moved.size());
          }
          tell(moved, state);
        });
  }

  private void dispatch(Send send, Person person, UUID attempt, List<Due> told, Text text) {
    List<UUID> ids = told.stream().map(due -> due.row().id()).toList();
    attempts.dispatch(
        attempt,
        AttemptKind.REMINDER,
        new Contents(person.id(), send.to().slot(), ids),
        send.to().contact().channel(),
        text,
        Math.min(send.resendOf().size(), Tried.MOST - 1),
        settings.lease());
    tell(rows.move(ids, UNSENT, ReminderState.SENDING, Instant.MAX, 0), ReminderState.SENDING);
    DeliveryNote note =
        DeliveryNote.of(
            attempt,
            send.now().atOffset(java.time.ZoneOffset.UTC).toLocalDate(),
            send.to().slot(),
            AttemptState.DISPATCHED,
            told.stream().map(due -> Tried.note(due.row())).toList());
    List<DeliveryNote> notes = new ArrayList<>();
    notes.add(note);
    notes.addAll(person.deliveries());
    records.rewriteViews(List.of(person.withDeliveries(notes)));
  }

  private void tell(Collection<UUID> moved, ReminderState state) {
    news.changed(moved.stream().map(id -> new DeliveryChanged(id, state)).toList());
  }
}
