package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trigger that leaves the scheduler two moves, against every pair of states. */
class SchedulerMovesTest {
  private static final List<String> STATES =
      List.of(
          "PLANNED",
          "RETRY_WAIT",
          "QUEUED",
          "SENDING",
          "ACCEPTED",
          "UNKNOWN",
          "DELIVERED",
          "NO_RECEIPT",
          "FAILED",
          "SUPERSEDED",
          "CANCELLED",
          "EXPIRED_UNSENT");
  private static final String URL = TestServer.migrated();
  private static final JdbcClient NOTIFIER = TestServer.client(URL, Role.NOTIFIER);
  private static final JdbcClient SCHEDULER = TestServer.client(URL, Role.SCHEDULER);

  @BeforeEach
  void empty() {
    NOTIFIER.sql("delete from ledger.reminder").update();
  }

  @Test
  void onlyItsTwoMovesAreOpenToTheScheduler() {
    var allowed = new ArrayList<String>();
    for (var from : STATES) {
      for (var to : STATES) {
        for (var steps : List.of(-1, 0, 1, 2)) {
          var id = reminder(from, "-1 minute");
          var moved = move(id, to, steps, "10 minutes");
          assertThat(stateOf(id)).isEqualTo(moved ? to : from);
          if (moved) {
            allowed.add(from + " -> " + to + ", turn + " + steps);
          }
        }
      }
    }

    assertThat(allowed)
        .containsExactly(
            "PLANNED -> QUEUED, turn + 1",
            "RETRY_WAIT -> QUEUED, turn + 1",
            "QUEUED -> QUEUED, turn + 0");
  }

  @ParameterizedTest(name = "due {0}, again {1}: {2}")
  @CsvSource({
    "1 minute, 10 minutes, false",
    "infinity, 10 minutes, false",
    "-1 minute, 10 minutes, true",
    "-1 minute, 1 second, true",
    "-1 minute, 0 seconds, false",
    "-1 minute, -1 day, false",
    "-1 minute, 2 hours, false",
    "-1 minute, infinity, false",
    "-30 days, 1 hour, true",
  })
  void nothingIsStartedEarlyAndNothingIsPutAway(String wake, String again, boolean allowed) {
    var id = reminder("PLANNED", wake);

    assertThat(move(id, "QUEUED", 1, again)).isEqualTo(allowed);
  }

  @Test
  void theNotifierIsNotHeldByTheSchedulersTrigger() {
    var id = reminder("PLANNED", "1 day");

    assertThat(
            NOTIFIER
                .sql(
                    "update ledger.reminder set state = 'SENDING', wake_at = 'infinity' where id ="
                        + " :id")
                .param("id", id)
                .update())
        .isOne();
  }

  private static boolean move(UUID id, String to, int steps, String again) {
    try {
      return SCHEDULER
              .sql(
                  """
                  update ledger.reminder
                  set state = :to, turn = turn + :steps, wake_at = app.now() + :again::interval
                  where id = :id
                  """)
              .param("to", to)
              .param("steps", steps)
              .param("again", again)
              .param("id", id)
              .update()
          == 1;
    } catch (DataAccessException refused) {
      assertThat(refused).rootCause().hasMessageContaining("the scheduler may not make this move");
      return false;
    }
  }

  private static UUID reminder(String state, String wake) {
    var id = UUID.randomUUID();
    NOTIFIER
        .sql(
            """
            insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, state, wake_at, turn)
            values (:id, uuid_send(gen_random_uuid()), '', 0, app.now(), app.now() + interval '30 days', :state,
                    app.now() + :wake::interval, 5)
            """)
        .param("id", id)
        .param("state", state)
        .param("wake", wake)
        .update();
    return id;
  }

  private static String stateOf(UUID id) {
    return NOTIFIER
        .sql("select state from ledger.reminder where id = :id")
        .param("id", id)
        .query(String.class)
        .single();
  }
}
