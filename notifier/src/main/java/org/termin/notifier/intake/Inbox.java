package org.termin.notifier.intake;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Answer;

/** The statements around the door's inbox. */
@Component
class Inbox {
  private final JdbcClient db;

  Inbox(JdbcClient db) {
    this.db = db;
  }

  /** A sealed message nobody else looks at while this transaction lasts. */
  record Row(UUID id, byte[] sealed, int tries) {
    @Override
    public String toString() {
      return "Row";
    }
  }

  List<UUID> waiting(int most) {
    return db.sql(
            """
            select id from door.inbox where wake_at <= app.now() order by wake_at limit :most
            """)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Those of the hinted messages that are there to be looked at. */
  List<UUID> among(Collection<UUID> hinted) {
    return db.sql("select id from door.inbox where id = any(:ids::uuid[]) and wake_at <= app.now()")
        .param("ids", hinted.stream().map(UUID::toString).toArray(String[]::new))
        .query(UUID.class)
        .list();
  }

  Optional<Row> lock(UUID id) {
    return db.sql(
            """
            select id, sealed, tries from door.inbox
             where id = :id and wake_at <= app.now() for update skip locked
            """)
        .param("id", id)
        .query(
            (row, _) ->
                new Row(
                    row.getObject("id", UUID.class), row.getBytes("sealed"), row.getInt("tries")))
        .optional();
  }

  void delete(UUID id) {
    db.sql("delete from door.inbox where id = :id").param("id", id).update();
  }

  void lookAgain(UUID id) {
    db.sql(
            """
            update door.inbox set tries = tries + 1, wake_at = app.now() + interval '1 hour'
             where id = :id
            """)
        .param("id", id)
        .update();
  }

  void answer(UUID message, Answer answer) {
    // "on conflict" would have to read the word, which this role may not
    db.sql(
            """
            insert into door.answer (message, result) select :message, :result
             where not exists (select from door.answer where message = :message)
            """)
        .param("message", message)
        .param("result", answer.name())
        .update();
  }

  /** Gives up what could not be judged for seven days, and answers nobody waits for. */
  int forgetOld() {
    db.sql("delete from door.answer where wake_at <= app.now()").update();
    return db.sql("delete from door.inbox where tries > 0 and day < app.today() - 7").update();
  }
}
