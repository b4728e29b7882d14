package org.termin.notifier.reply;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.Records;

/** What an answer does. Called inside the transaction of its inbox row. */
@Component
public class Replies {

  private static final int REMEMBERED = 1_000;

  private final Answers answers;
  private final Stops stops;
  private final Records records;

  /** Providers call again when our answer was slow; the same text must not act twice. */
  private final Set<String> seen =
      Collections.newSetFromMap(
          Collections.synchronizedMap(
              new LinkedHashMap<>() {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
                  return size() > REMEMBERED;
                }
              }));

  Replies(Answers answers, Stops stops, Records records) {
    this.answers = answers;
    this.stops = stops;
    this.records = records;
  }

  /** Does what the text says, if it says something we know. */
  public void handle(InboundReply reply, Instant now) {
    if (!seen.add(reply.id())) {
      return;
    }
    Optional<Word> word = Word.of(reply.text());
    if (word.isEmpty()) {
      answers.notUnderstood(reply.from(), now);
      return;
    }
    switch (word.get()) {
      case STOP -> stops.stop(reply.from(), now);
      case NOT_ME -> {
        if (!stops.undo(reply.from(), now)) {
          answers.undo(reply.from(), now);
        }
      }
      case DONE, FILED, LATER -> answers.apply(word.get(), reply.from(), now);
    }
  }

  /** The one-click stop of a mail does what its owner's STOP would do. */
  public void unsubscribe(UUID registration, int slot, Instant now) {
    records
        .open(registration)
        .here()
        .flatMap(person -> person.content().slot(slot))
        .ifPresent(held -> stops.stop(held.contact(), now));
  }
}
