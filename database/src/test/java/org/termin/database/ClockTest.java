package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ClockTest {
  @Test
  void theClockIsInlinedSoThatASweepUsesItsIndex() {
    var url = TestServer.migrated();
    var client = TestServer.client(url, Role.NOTIFIER);
    client
        .sql(
            """
            insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, wake_at)
            select gen_random_uuid(), uuid_send(gen_random_uuid()), '', n % 2, at, at, at
            from (select n, app.now() + n * interval '1 minute' as at from generate_series(1, 5000) n)
            """)
        .update();
    TestServer.client(url, "postgres").sql("analyze ledger.reminder").update();

    var plan =
        client
            .sql(
                """
                explain select id from ledger.reminder
                where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED') and lane = 0 and wake_at <= app.now()
                order by wake_at limit 10
                """)
            .query(String.class)
            .list();

    assertThat(String.join("\n", plan))
        .contains("reminder_due")
        .contains("wake_at <= now()")
        .doesNotContain("Sort");
  }

  @Test
  void thePlainClockCannotBeMoved() {
    var url = TestServer.migrated();

    assertThat(
            TestServer.client(url, Role.NOTIFIER)
                .sql("select app.now() = now() and to_regclass('app.simulation') is null")
                .query(Boolean.class)
                .single())
        .isTrue();
  }

  @Test
  void theSimulatedClockIsMovedByTheNotifierAndSeenByAll() {
    var url = TestServer.migrated();
    Store.simulateClock(url, TestServer.PASSWORDS);
    Store.simulateClock(url, TestServer.PASSWORDS);
    Store.migrate(url, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);

    TestServer.client(url, Role.NOTIFIER)
        .sql("update app.simulation set shift = shift + interval '30 days', step = step + 1")
        .update();

    for (var role : Role.values()) {
      var client = TestServer.client(url, role);
      assertThat(ahead(client)).isBetween(Duration.ofDays(29), Duration.ofDays(31));
      assertThat(client.sql("select step from app.simulation").query(Long.class).single()).isOne();
    }
  }

  private static Duration ahead(JdbcClient client) {
    var row =
        client
            .sql("select app.now() as then, now() as now")
            .query(
                (rs, _) ->
                    Duration.between(
                        rs.getObject("now", OffsetDateTime.class),
                        rs.getObject("then", OffsetDateTime.class)));
    return row.single();
  }
}
