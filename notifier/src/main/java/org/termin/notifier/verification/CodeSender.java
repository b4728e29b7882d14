package org.termin.notifier.verification;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.VerificationCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactParse;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RussianRoutes;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;
import org.termin.notifier.verification.Costs.Room;
import org.termin.notifier.verification.WaitingCodes.Waiting;

/** Sends the codes people wait for, within the budgets; whoever does not fit is sent one later. */
@Component
public class CodeSender {
  private static final Logger log = LoggerFactory.getLogger(CodeSender.class);
  private static final int BATCH = 200;
  private static final Duration AGAIN = Duration.ofMinutes(1);
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final WaitingCodes waiting;
  private final Records records;
  private final Keyring keys;
  private final Costs costs;
  private final RussianRoutes russian;
  private final ObjectProvider<Outbox> outbox;
  private final SecureRandom lot = new SecureRandom();

  CodeSender(
      TransactionTemplate transaction,
      StoreClock clock,
      WaitingCodes waiting,
      Records records,
      Keyring keys,
      Costs costs,
      RussianRoutes russian,
      ObjectProvider<Outbox> outbox) {
    this.transaction = transaction;
    this.clock = clock;
    this.waiting = waiting;
    this.records = records;
    this.keys = keys;
    this.costs = costs;
    this.russian = russian;
    this.outbox = outbox;
  }

  /** Sends every code whose time has come; says how many were looked at. */
  @Scheduled(fixedDelayString = "${termin.intake.every}")
  public int sweep() {
    List<WaitingCodes.Place> due = waiting.due(BATCH);
    for (WaitingCodes.Place code : due) {
      try {
        send(code.registration(), code.slot());
      } catch (RuntimeException e) {
        log.error("a code could not be sent ({})", e.getClass().getSimpleName());
        // behind the others, who must not wait for it
        waiting.postpone(code.registration(), code.slot(), clock.now().plus(AGAIN));
      }
    }
    return due.size();
  }

  /** Sends the code of that slot if somebody waits for it. */
  public void send(UUID registration, int slot) {
    transaction.executeWithoutResult(
        _ -> {
          switch (records.lock(registration)) {
            case Found.Here(Person person) -> send(person, slot);
            case Found.Held _ -> waiting.postpone(registration, slot, clock.now().plus(AGAIN));
            case Found.Gone _ -> {}
          }
        });
  }

  private void send(Person person, int slot) {
    Optional<Waiting> code = waiting.lock(person.id(), slot);
    if (code.isEmpty()) {
      return;
    }
    Optional<Contact> contact =
        person
            .content()
            .slot(slot)
            .filter(held -> held.state() == ContactState.AWAITING)
            .map(ContactSlot::contact)
            .filter(known -> Contact.check(known, russian) instanceof ContactParse.Accepted);
    if (contact.isEmpty()) {
      waiting.forget(person.id(), slot);
      return;
    }
    Instant now = clock.now();
    if (!outbox.getObject().isOpen(contact.get().channel())) {
      waiting.postpone(person.id(), slot, now.plus(AGAIN));
      return;
    }
    Optional<Room> full = costs.refused(contact.get(), code.get().lane(), now);
    if (full.isPresent()) {
      waiting.postpone(person.id(), slot, drawn(full.get()));
      return;
    }
    dispatch(person, slot, code.get().serial() + 1);
  }

  private void dispatch(Person person, int slot, long serial) {
    EpochKeys epoch = keys.newest();
    String digits = VerificationCode.of(epoch, person.id(), slot, serial).digits();
    UUID attempt = outbox.getObject().dispatch(new AtOnce.Code(person, slot, digits));
    waiting.leaves(person.id(), slot, serial, epoch.number(), attempt);
  }

  /** Any moment of it: who gets its few places is drawn by lot. */
  private Instant drawn(Room room) {
    long seconds = room.to().getEpochSecond() - room.from().getEpochSecond();
    return room.from().plusSeconds(lot.nextLong(Math.max(1, seconds)));
  }
}
