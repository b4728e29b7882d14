package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two windows of the door: one view by its lookup, one answer by its message. */
class DoorFunctionsTest {
  private static final String URL = TestServer.migrated();
  private static final JdbcClient DOOR = TestServer.client(URL, Role.TRACKER);
  private static final JdbcClient NOTIFIER = TestServer.client(URL, Role.NOTIFIER);

  @Test
  void aViewIsFoundByItsLookupOnly() {
    var id = UUID.randomUUID();
    var lookup = bytes(32, 7);
    NOTIFIER
        .sql(
            """
            insert into people.record (id, version, state, key_epoch, lookup, record, view)
            values (:id, 4, 2, 1, :lookup, :record, :view)
            """)
        .param("id", id)
        .param("lookup", lookup)
        .param("record", bytes(10, 1))
        .param("view", bytes(12, 2))
        .update();

    var row = DOOR.sql("select * from people.person_view(?)").param(lookup).query().singleRow();
    assertThat(row).containsOnlyKeys("id", "version", "view");
    assertThat(row.get("id")).isEqualTo(id);
    assertThat(row.get("version")).isEqualTo(4);
    assertThat((byte[]) row.get("view")).isEqualTo(bytes(12, 2));
    for (var wrong : new byte[][] {bytes(32, 8), new byte[0], bytes(31, 7)}) {
      assertThat(DOOR.sql("select * from people.person_view(?)").param(wrong).query().listOfRows())
          .isEmpty();
    }
    assertThat(DOOR.sql("select * from people.person_view(null)").query().listOfRows()).isEmpty();
  }

  @Test
  void anAnswerIsFoundByItsMessageOnly() {
    var message = UUID.randomUUID();
    assertThat(answerFor(message)).isEmpty();

    NOTIFIER
        .sql("insert into door.answer (message, result) values (?, 'STALE')")
        .param(message)
        .update();

    assertThat(answerFor(message)).contains("STALE");
    assertThat(answerFor(UUID.randomUUID())).isEmpty();
    assertThat(NOTIFIER.sql("delete from door.answer where message = ?").param(message).update())
        .isOne();
  }

  @Test
  void aPostedMessageIsDueAtOnceAndTellsNoMoment() {
    var id = UUID.randomUUID();

    DOOR.sql("insert into door.inbox (id, sealed) values (?, ?)")
        .param(id)
        .param(bytes(2101, 1))
        .update();

    assertThat(
            NOTIFIER
                .sql(
                    """
                    select wake_at = '-infinity' and tries = 0 and day = app.today()
                    from door.inbox where id = ? and wake_at <= app.now() for update skip locked
                    """)
                .param(id)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  private static Optional<String> answerFor(UUID message) {
    return DOOR.sql("select door.answer_for(?)").param(message).query(String.class).optional();
  }

  private static byte[] bytes(int length, int value) {
    var bytes = new byte[length];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
