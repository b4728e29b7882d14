package org.termin.tracker.post;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Answer;

/** The two ends of the inbox the door may touch: putting in, and asking for the word it left. */
@Component
class Inbox {
  private final JdbcClient jdbc;

  Inbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void put(UUID message, byte[] sealed) {
    jdbc.sql("insert into door.inbox (id, sealed) values (?, ?)").params(message, sealed).update();
  }

  Optional<Answer> answer(UUID message) {
    return jdbc.sql("select coalesce(door.answer_for(?), '')")
        .param(message)
        .query(String.class)
        .optional()
        .filter(word -> !word.isEmpty())
        .map(Answer::valueOf);
  }
}
