package org.termin.notifier.reply;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.sealed.HeldReplySeal.Contents;
import org.termin.contract.sealed.HeldReplySeal.Document;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.HeldDocument;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * What the operator decides about the answers that wait: each acts now as it would have, or not.
 */
@Component
class Releasing {

  private static final int BATCH = 200;

  private final HeldReplies held;
  private final Noting noting;
  private final Surge surge;
  private final Records records;
  private final StoreClock clock;
  private final TransactionTemplate transaction;

  Releasing(
      HeldReplies held,
      Noting noting,
      Surge surge,
      Records records,
      StoreClock clock,
      TransactionTemplate transaction) {
    this.held = held;
    this.noting = noting;
    this.surge = surge;
    this.records = records;
    this.clock = clock;
    this.transaction = transaction;
  }

  /**
   * Lets every answer act, one transaction each, so that a crash loses none. What cannot be
   * answered today stays and can be released tomorrow.
   */
  void release() {
    byte[] after = new byte[0];
    List<byte[]> owners;
    do {
      owners = held.waiting(after, BATCH);
      for (byte[] owner : owners) {
        transaction.executeWithoutResult(_ -> release(owner));
        after = owner;
      }
    } while (owners.size() == BATCH);
    looked(false);
  }

  /** Forgets them all; nothing changes for anybody. */
  void drop() {
    looked(true);
  }

  private void looked(boolean dropAnswers) {
    transaction.executeWithoutResult(
        _ -> {
          held.drop(dropAnswers);
          surge.startAnew();
        });
  }

  private void release(byte[] owner) {
    Contents contents = held.read(owner).orElse(null);
    if (contents == null) {
      return;
    }
    Optional<Person> person = records.lock(contents.registration()).here();
    // under the lock: its owner may have taken it back meanwhile
    if (held.read(owner).isEmpty()) {
      return;
    }
    if (person.map(one -> isDone(one, contents)).orElse(true)) {
      held.forget(owner);
    }
  }

  private boolean isDone(Person person, Contents contents) {
    ContactSlot from =
        person
            .content()
            .slot(contents.slot())
            .filter(slot -> slot.state() == ContactState.CONFIRMED)
            .orElse(null);
    // a document that was changed since is another one than the text told of
    List<HeldDocument> documents =
        person.content().situation().documents().stream()
            .filter(one -> contents.documents().contains(new Document(one.number(), one.version())))
            .toList();
    return from == null
        || documents.isEmpty()
        || noting.apply(Word.of(contents.word()), person, from, documents, clock.now());
  }
}
