package org.termin.notifier.reply;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Contact;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.CallIn;

/** What an answer does. Called inside the transaction of its inbox row. */
@Component
public class Replies {

  private final Seen seen;
  private final Whose whose;
  private final Surge surge;
  private final HeldReplies held;
  private final Noting noting;
  private final Undoing undoing;
  private final Stopping stopping;
  private final Lifting lifting;
  private final Help help;
  private final Records records;
  private final CallIn callIn;

  Replies(
      Seen seen,
      Whose whose,
      Surge surge,
      HeldReplies held,
      Noting noting,
      Undoing undoing,
      Stopping stopping,
      Lifting lifting,
      Help help,
      Records records,
      CallIn callIn) {
    this.seen = seen;
    this.whose = whose;
    this.surge = surge;
    this.held = held;
    this.noting = noting;
    this.undoing = undoing;
    this.stopping = stopping;
    this.lifting = lifting;
    this.help = help;
    this.records = records;
    this.callIn = callIn;
  }

  /** Does what the text says, once; a number we do not know does nothing and hears nothing. */
  public void handle(InboundReply reply, Instant now) {
    if (!whose.isKnown(reply.from()) || !seen.isFirst(reply.id())) {
      return;
    }
    // a phone that never confirmed has nothing to answer: it must not make answers too many
    boolean tooMany = whose.isConfirmed(reply.from()) && surge.isTooMany(reply.from());
    Map<Person, List<ContactSlot>> all = whose.all(reply.from());
    Optional<Word> word = Word.of(reply.text());
    boolean waits = word.filter(Word::refuses).isEmpty() && callIn.toFront(all);
    boolean acted = word.isPresent() && act(word.get(), reply.from(), all, tooMany, now);
    // a code that moves to the front is the answer
    if (!acted && !waits) {
      help.notUnderstood(all, now);
    }
  }

  /** False if that word had nothing to act on and nobody heard so. */
  private boolean act(
      Word word, Contact from, Map<Person, List<ContactSlot>> all, boolean tooMany, Instant now) {
    return switch (word) {
      case DONE, FILED, LATER -> {
        noting.note(word, all, tooMany, now);
        yield true;
      }
      case NOT_ME -> {
        all.forEach((person, slots) -> slots.forEach(slot -> held.forget(person, slot)));
        if (!lifting.lift(from, all, now)) {
          undoing.undo(all, now);
        }
        yield true;
      }
      case STOP -> {
        stopping.stop(from, all, now);
        if (tooMany) {
          all.forEach((person, slots) -> slots.forEach(slot -> held.list(person, slot)));
        }
        yield true;
      }
      case START -> lifting.lift(from, all, now) || lifting.unblock(from, all, now);
    };
  }

  /** The one-click stop of a mail does what its owner's STOP would do. */
  public void unsubscribe(UUID registration, int slot, Instant now) {
    records
        .open(registration)
        .here()
        .flatMap(person -> person.content().slot(slot))
        .map(ContactSlot::contact)
        .ifPresent(contact -> stopping.stop(contact, whose.all(contact), now));
  }
}
