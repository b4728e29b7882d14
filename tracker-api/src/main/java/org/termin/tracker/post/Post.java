package org.termin.tracker.post;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.IntakePublicKey;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.words.Answer;
import org.termin.tracker.DoorSettings;

/** Seals a message for the notifier, posts it, and waits a little for the word that comes back. */
@Component
public class Post {
  private final PublicKeys keys;
  private final Inbox inbox;
  private final Hints hints;
  private final Duration within;
  private final Duration every;

  /** Each waiting person holds one of the door's threads; the others must stay for everybody. */
  private final Semaphore places;

  Post(PublicKeys keys, Inbox inbox, Hints hints, DoorSettings settings) {
    this.keys = keys;
    this.inbox = inbox;
    this.hints = hints;
    this.within = settings.answer().within();
    this.every = settings.answer().every();
    this.places = new Semaphore(settings.answer().waiting());
  }

  /** Posts a message nobody answers; its id is a registration's id if it is one. */
  public UUID send(Message message) {
    IntakePublicKey key = keys.newest().orElseThrow(NotReady::new);
    UUID id = UUID.randomUUID();
    inbox.put(id, MessageSeal.seal(key, id, message));
    hints.publish(id);
    return id;
  }

  /** Posts a change and waits for its answer, unless too many are waiting already. */
  public Reply ask(Message message) {
    boolean place = places.tryAcquire();
    try {
      UUID id = send(message);
      return place ? await(id) : new Reply.Received();
    } finally {
      if (place) {
        places.release();
      }
    }
  }

  /** Each look gives the connection back. */
  private Reply await(UUID id) {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      Optional<Answer> answer = inbox.answer(id);
      if (answer.isPresent()) {
        return new Reply.Judged(answer.get());
      }
      if (System.nanoTime() - end >= 0) {
        return new Reply.Received();
      }
      try {
        TimeUnit.NANOSECONDS.sleep(every.toNanos());
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return new Reply.Received();
      }
    }
  }
}
