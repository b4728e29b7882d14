package org.termin.scheduler.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.event.ExpiryDue;
import org.termin.database.Role;
import org.termin.scheduler.Rows;
import org.termin.testkit.TestStore;

class LedgerTest {
  private static final TestStore STORE = TestStore.fresh();
  private static final Rows ROWS = new Rows(STORE);

  @BeforeEach
  void empty() {
    ROWS.clear();
    STORE.jdbc(Role.SCHEDULER).sql("delete from ledger.heartbeat").update();
  }

  private static Ledger ledger(int batch, int window) {
    return new Ledger(STORE.jdbc(Role.SCHEDULER), settings(batch, window));
  }

  private static ScanSettings settings(int batch, int window) {
    return new ScanSettings(
        Duration.ofSeconds(15), batch, window, Duration.ofMinutes(10), Duration.ofMinutes(3));
  }

  @Test
  void takesWhatIsDueAndNothingElse() {
    var planned = ROWS.addOne("PLANNED", 0, "-1 minute");
    var deferred = ROWS.addOne("RETRY_WAIT", 0, "-1 hour");
    ROWS.add(1, "PLANNED", 0, "1 minute");
    ROWS.add(1, "RETRY_WAIT", 0, "infinity");
    for (var other : List.of("SENDING", "ACCEPTED", "UNKNOWN", "DELIVERED", "CANCELLED")) {
      ROWS.add(1, other, 0, "-1 day");
    }

    assertThat(ledger(10, 10).queueDue(0))
        .containsExactlyInAnyOrder(new ExpiryDue(planned, 1), new ExpiryDue(deferred, 2));
    assertThat(ledger(10, 10).queueDue(0)).isEmpty();
    assertThat(ledger(10, 10).somethingDue()).isFalse();
  }

  @Test
  void takesTheOldestFirstAndNoMoreThanABatch() {
    var third = ROWS.addOne("PLANNED", 1, "-1 minute");
    var first = ROWS.addOne("PLANNED", 1, "-3 days");
    var second = ROWS.addOne("RETRY_WAIT", 1, "-1 day");

    assertThat(ids(ledger(2, 10).queueDue(1))).containsExactlyInAnyOrder(first, second);
    assertThat(ids(ledger(2, 10).queueDue(1))).containsExactly(third);
  }

  @Test
  void takesOneLaneAtATime() {
    var urgent = ROWS.addOne("PLANNED", 0, "-1 minute");
    var other = ROWS.addOne("PLANNED", 1, "-1 day");

    assertThat(ids(ledger(10, 10).queueDue(0))).containsExactly(urgent);
    assertThat(ids(ledger(10, 10).queueDue(1))).containsExactly(other);
  }

  @Test
  void neverQueuesMoreThanTheWindow() {
    ROWS.add(30, "PLANNED", 0, "-1 minute");
    var ledger = ledger(7, 10);

    assertThat(ledger.queueDue(0)).hasSize(7);
    assertThat(ledger.queueDue(0)).hasSize(3);
    assertThat(ledger.queueDue(0)).isEmpty();
    assertThat(ledger.somethingDue()).isTrue();

    assertThat(ROWS.claim()).isEqualTo(10);
    assertThat(ledger.queueDue(0)).hasSize(7);
  }

  @Test
  void saysAQueuedRowAgainUnderTheSameTurnEvenWhenTheWindowIsFullOfSuchRows() {
    ROWS.add(5, "QUEUED", 1, "-1 minute");
    var queued = ROWS.ids();
    ROWS.add(5, "PLANNED", 1, "-1 second");

    var again = ledger(10, 5).queueDue(1);

    assertThat(ids(again)).containsExactlyInAnyOrderElementsOf(queued);
    assertThat(again).allSatisfy(one -> assertThat(one.turn()).isOne());
  }

  @Test
  void comesBackToAQueuedRowAfterTheRepublishTime() {
    ROWS.add(1, "PLANNED", 0, "-1 minute");
    ledger(10, 10).queueDue(0);

    assertThat(
            STORE
                .jdbc(Role.NOTIFIER)
                .sql(
                    """
                    select wake_at between app.now() + interval '5 minutes' and app.now() + interval '10 minutes'
                    from ledger.reminder
                    """)
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void twoScansAtOnceNeverTakeTheSameRow() throws Exception {
    ROWS.add(600, "PLANNED", 0, "-1 minute");
    var ledger = ledger(50, 2000);
    Callable<List<ExpiryDue>> scan =
        () -> Stream.generate(() -> ledger.queueDue(0)).limit(12).flatMap(List::stream).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      var taken = threads.invokeAll(List.of(scan, scan, scan, scan)).stream().toList();
      var all = new ArrayList<ExpiryDue>();
      for (var one : taken) {
        all.addAll(one.get());
      }
      assertThat(all).doesNotHaveDuplicates().hasSize(600);
    }
    assertThat(ROWS.count("QUEUED")).isEqualTo(600);
  }

  @Test
  void passesByARowThatSomebodyElseHolds() throws SQLException {
    var held = ROWS.addOne("PLANNED", 0, "-1 day");
    var free = ROWS.addOne("PLANNED", 0, "-1 minute");
    try (var notifier = STORE.dataSource(Role.NOTIFIER).getConnection()) {
      notifier.setAutoCommit(false);
      try (var hold =
          notifier.prepareStatement("select 1 from ledger.reminder where id = ? for update")) {
        hold.setObject(1, held);
        hold.execute();
        assertThat(ids(ledger(10, 10).queueDue(0))).containsExactly(free);
      }
      notifier.rollback();
      notifier.setAutoCommit(true);
    }
    assertThat(ids(ledger(10, 10).queueDue(0))).containsExactly(held);
  }

  @Test
  void isSilentUntilAScanHasCommittedAndAgainAfterTooLong() {
    var ledger = ledger(10, 10);
    assertThat(ledger.silent()).isTrue();

    ledger.beat("scan", 7);
    assertThat(ledger.silent()).isFalse();
    assertThat(ROWS.step("scan")).isEqualTo(7);

    STORE
        .jdbc(Role.SCHEDULER)
        .sql("update ledger.heartbeat set ran_at = ran_at - interval '4 minutes'")
        .update();
    assertThat(ledger.silent()).isTrue();
  }

  @Test
  void countsWhatHasWaitedForTooLong() {
    ROWS.add(2, "PLANNED", 1, "-4 minutes");
    ROWS.add(1, "PLANNED", 0, "-1 minute");

    assertThat(ledger(10, 10).overdue()).isEqualTo(2);
  }

  @Test
  void settingsThatCannotWorkAreRefused() {
    assertThatThrownBy(() -> settings(0, 10)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> settings(10, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () ->
                new ScanSettings(
                    Duration.ofSeconds(1), 1, 1, Duration.ofHours(2), Duration.ofMinutes(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("republish");
  }

  private static List<UUID> ids(List<ExpiryDue> due) {
    return due.stream().map(ExpiryDue::reminderId).toList();
  }
}
