package org.termin.notifier.delivery;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.Channel;
import org.termin.contract.words.ContactState;
import org.termin.guidance.text.Note;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.channel.Outgoing;
import org.termin.notifier.channel.Text;
import org.termin.notifier.compose.Composer;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.record.Person;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.Outbox;

/**
 * Messages that no reminder row asks for: written as attempts in the caller's transaction, sent
 * once after its commit, never repeated. Where rows of before a stop were put back, nothing is
 * written or sent, and an alarm is raised; the id given then is no attempt's.
 */
@Component
public class AtOnceOutbox implements Outbox {

  /** A code is worth nothing later; an answer may take a while. */
  private static final Duration CODE_VALID = Duration.ofMinutes(10);

  private static final Duration OTHERS_VALID = Duration.ofHours(4);

  private final Attempts attempts;
  private final Dispatcher dispatcher;
  private final Marks marks;
  private final Composer composer;
  private final Carriers carriers;
  private final DeliverySettings settings;
  private final StopLog stops;
  private final Alarms alarms;

  AtOnceOutbox(
      Attempts attempts,
      Dispatcher dispatcher,
      Marks marks,
      Composer composer,
      Carriers carriers,
      DeliverySettings settings,
      Keyring keys,
      Alarms alarms) {
    this.stops = keys.stops();
    this.alarms = alarms;
    this.attempts = attempts;
    this.dispatcher = dispatcher;
    this.marks = marks;
    this.composer = composer;
    this.carriers = carriers;
    this.settings = settings;
  }

  @Override
  public boolean isOpen(Channel channel) {
    return carriers.closedFor(channel).isEmpty();
  }

  @Override
  public UUID dispatch(AtOnce message) {
    Person person = message.person();
    ContactSlot to = person.content().slot(message.slot()).orElseThrow();
    return switch (message) {
      case AtOnce.Code code ->
          send(
              AttemptKind.CODE,
              person,
              to,
              composer.note(person, to, new Note.Code(code.digits())),
              CODE_VALID);
      case AtOnce.Sample _ ->
          send(AttemptKind.SAMPLE, person, to, composer.sample(person, to), OTHERS_VALID);
      case AtOnce.Notice notice -> notice(person, to, note(notice.about()));
    };
  }

  /** Answers a reply at the contact it came from. */
  public UUID answer(Person person, ContactSlot to, Note note) {
    return send(AttemptKind.ANSWER, person, to, composer.note(person, to, note), OTHERS_VALID);
  }

  /** Tells another contact in one line what happened. */
  public UUID notice(Person person, ContactSlot to, Note note) {
    return send(AttemptKind.NOTICE, person, to, composer.note(person, to, note), OTHERS_VALID);
  }

  private static Note note(AtOnce.Notice.About about) {
    return switch (about) {
      case CONTACT_REPLACED -> new Note.ContactReplaced();
      case CHANGED_ON_PAGE -> new Note.ChangedOnPage();
      case REGISTERED_ANEW -> new Note.RegisteredAgain();
      case CONTACT_FAILING -> new Note.FailingElsewhere();
    };
  }

  private UUID send(AttemptKind kind, Person person, ContactSlot to, Text text, Duration validFor) {
    if (isBackFromBefore(person, to)) {
      alarms.raise(Alarm.STOP_UNDONE, 1);
      return UUID.randomUUID();
    }
    return write(kind, person, to, text, validFor);
  }

  /** A contact that stands as stopped hears one word more: that it is. */
  private boolean isBackFromBefore(Person person, ContactSlot to) {
    return stops.holds(person.id(), StopLog.WHOLE)
        || (to.state() != ContactState.STOPPED && stops.holds(person.id(), to.slot()));
  }

  private UUID write(
      AttemptKind kind, Person person, ContactSlot to, Text text, Duration validFor) {
    UUID attempt = UUID.randomUUID();
    attempts.dispatch(
        attempt,
        kind,
        new Contents(person.id(), to.slot(), List.of()),
        to.contact().channel(),
        text,
        0,
        settings.lease());
    Outgoing message =
        new Outgoing(
            attempt,
            to.contact(),
            person.content().language(),
            text,
            marks.of(attempt, person.id(), to.slot()),
            validFor);
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            dispatcher.run(() -> dispatcher.request(message));
          }
        });
    return attempt;
  }
}
