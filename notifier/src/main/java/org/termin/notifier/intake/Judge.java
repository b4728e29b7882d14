package org.termin.notifier.intake;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.sealed.Register;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.ContactState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.verification.Codes;

/** Opens a message and hands it to whoever may do what it says. */
@Component
class Judge {
  private static final Logger log = LoggerFactory.getLogger(Judge.class);
  private final Keyring keys;
  private final Proven proven;
  private final Registering registering;
  private final Confirming confirming;
  private final Changing changing;
  private final Acting acting;
  private final Codes codes;
  private final CodeSender sender;
  private final ObjectProvider<Inbound> inbound;
  private final Alarms alarms;

  Judge(
      Keyring keys,
      Proven proven,
      Registering registering,
      Confirming confirming,
      Changing changing,
      Acting acting,
      Codes codes,
      CodeSender sender,
      ObjectProvider<Inbound> inbound,
      Alarms alarms) {
    this.alarms = alarms;
    this.keys = keys;
    this.proven = proven;
    this.registering = registering;
    this.confirming = confirming;
    this.changing = changing;
    this.acting = acting;
    this.codes = codes;
    this.sender = sender;
    this.inbound = inbound;
  }

  Verdict judge(Inbox.Row row, Instant now) {
    OptionalInt number = MessageSeal.epoch(row.sealed());
    if (number.isEmpty()) {
      return Verdict.UNJUDGED;
    }
    EpochKeys epoch = keys.epoch(number.getAsInt()).orElse(null);
    if (epoch == null) {
      // perhaps a key file is missing: the message keeps, and somebody should look
      log.warn("a message is sealed to epoch {}, whose key is not here", number.getAsInt());
      alarms.raise(Alarm.KEY_MISSING, 1);
      return Verdict.UNJUDGED;
    }
    return switch (MessageSeal.open(epoch, row.id(), row.sealed())) {
      case Opened<Message>(Message message) -> judge(row.id(), message, now);
      case Unopened<Message> _ -> Verdict.UNJUDGED;
    };
  }

  private Verdict judge(UUID id, Message message, Instant now) {
    return switch (message) {
      case Register register -> registering.register(id, register, now);
      case Confirm confirm -> confirming.confirm(confirm, now);
      case Resend resend -> resend(resend);
      case Change change -> changing.change(change, now);
      case Act act -> acting.act(act, now);
      case Callback callback ->
          inbound.getObject().callback(callback, now) ? Verdict.SILENT : Verdict.UNJUDGED;
      case Unsubscribe(String token) ->
          StopToken.open(keys.ledger(), token)
              .map(stop -> unsubscribe(stop, now))
              .orElse(Verdict.UNJUDGED);
    };
  }

  private Verdict unsubscribe(StopToken stop, Instant now) {
    inbound.getObject().unsubscribe(stop.registration(), stop.slot(), now);
    return Verdict.SILENT;
  }

  /** No answer, whatever comes of it. */
  private Verdict resend(Resend message) {
    return switch (proven.locked(message, person -> resend(person, message.slot()))) {
      case Verdict.Held held -> held;
      case Verdict.Silent silent -> silent;
      case Verdict.Answered _ -> Verdict.SILENT;
      case Verdict.Unjudged _ -> Verdict.SILENT;
    };
  }

  private Verdict resend(Person person, int slot) {
    boolean awaited =
        person
            .content()
            .slot(slot)
            .map(held -> held.state() == ContactState.AWAITING)
            .orElse(false);
    if (!awaited) {
      return Verdict.SILENT;
    }
    codes.want(person.id(), slot);
    return new Verdict.Silent(List.of(() -> sender.send(person.id(), slot)));
  }
}
