package org.termin.scheduler.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.termin.contract.words.Moves;
import org.termin.contract.words.Moves.Move;
import org.termin.contract.words.Moves.Who;
import org.termin.contract.words.ReminderState;
import org.termin.database.Role;
import org.termin.scheduler.Rows;
import org.termin.testkit.TestStore;

/** The one table of moves, against what the scan does and against what the store lets it do. */
class MovesTest {
  private static final TestStore STORE = TestStore.fresh();
  private static final Rows ROWS = new Rows(STORE);
  private static final Set<Move> ITS_OWN =
      Moves.REMINDER.stream()
          .filter(move -> move.who() == Who.SCHEDULER)
          .collect(Collectors.toUnmodifiableSet());

  @Test
  void theScanMakesExactlyTheSchedulersMoves() {
    var ledger =
        new Ledger(
            STORE.jdbc(Role.SCHEDULER),
            new ScanSettings(
                Duration.ofSeconds(15), 10, 10, Duration.ofMinutes(10), Duration.ofMinutes(3)));
    var made = new HashSet<Move>();
    for (var from : ReminderState.values()) {
      ROWS.clear();
      ROWS.add(1, from.name(), 0, "-1 minute");
      if (!ledger.queueDue(0).isEmpty()) {
        assertThat(ROWS.count("QUEUED")).isOne();
        made.add(new Move(Who.SCHEDULER, from, ReminderState.QUEUED));
      }
    }

    assertThat(made).isEqualTo(ITS_OWN);
  }

  @Test
  void theStoreLetsTheSchedulerMakeExactlyItsMoves() {
    var made = new HashSet<Move>();
    for (var from : ReminderState.values()) {
      for (var to : ReminderState.values()) {
        for (int steps = 0; steps <= 1; steps++) {
          ROWS.clear();
          ROWS.add(1, from.name(), 0, "-1 minute");
          if (moves(to, steps)) {
            made.add(new Move(Who.SCHEDULER, from, to));
          }
        }
      }
    }

    assertThat(made).isEqualTo(ITS_OWN);
  }

  private static boolean moves(ReminderState to, int steps) {
    try {
      return STORE
              .jdbc(Role.SCHEDULER)
              .sql(
                  """
                  update ledger.reminder
                  set state = :to, turn = turn + :steps, wake_at = app.now() + interval '10 minutes'
                  """)
              .param("to", to.name())
              .param("steps", steps)
              .update()
          == 1;
    } catch (DataAccessException refused) {
      return false;
    }
  }
}
