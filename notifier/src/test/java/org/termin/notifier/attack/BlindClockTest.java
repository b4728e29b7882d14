package org.termin.notifier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.ReminderState;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.delivery.Delivery;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** Whoever holds the clock's password and a Kafka producer: nothing goes early, nothing ends. */
class BlindClockTest {
  private static final int PEOPLE = Figures.size("blind clock", 20, 200);

  private record Row(UUID id, int turn) {}

  @Test
  void theClockSendsNothingEarlyEndsNothingAndReadsNoRef() {
    TestStore store = TestStore.fresh();
    store.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    try (House house = House.on(store)) {
      for (int n = 0; n < PEOPLE; n++) {
        ReceiptCode code = ReceiptCode.random();
        house.register(
            code,
            Samples.register(
                code,
                Samples.passport("PL", LocalDate.of(2028, 3, 1).plusDays(n)),
                Samples.polishPhone(n)));
      }
      house.deliver();
      String ends =
          """
          select md5(string_agg(id || state || due_at || not_after, ',' order by id))
            from ledger.reminder where wake_at > app.now()
          """;
      String before = house.db().sql(ends).query(String.class).single();
      int posts = house.provider().posts().size();
      JdbcClient clock = store.jdbc(Role.SCHEDULER);
      List<Row> rows =
          house
              .db()
              .sql("select id, turn from ledger.reminder where state = 'PLANNED'")
              .query(Row.class)
              .list();
      assertThat(rows).hasSizeGreaterThan(PEOPLE);

      List<String> statements = statements();
      long done = statements.stream().filter(sql -> succeeds(clock, sql)).count();
      // and says of every row that it is due, with every turn it could have
      for (int turn = -1; turn <= 2; turn++) {
        int by = turn;
        house
            .get(Delivery.class)
            .take(
                rows.stream()
                    .filter(row -> row.turn() + by >= 1)
                    .map(row -> new ExpiryDue(row.id(), row.turn() + by))
                    .toList());
        house.quiet();
      }
      int early = house.provider().posts().size() - posts;
      boolean unchanged = house.db().sql(ends).query(String.class).single().equals(before);
      Figures.record(
          "S3",
          "The clock's role and a Kafka producer against rows that are not due",
          0,
          "mvn -Preliability -pl notifier -am verify -Dtest=BlindClockTest"
              + " -Dsurefire.failIfNoSpecifiedTests=false",
          "%d people, %,d rows not due, %d statements of which %d were allowed, every row announced under four turns: %d sent early, rows moved or ended %s"
              .formatted(
                  PEOPLE, rows.size(), statements.size(), done, early, unchanged ? "0" : "SOME"),
          early == 0 && unchanged && done == 0);
      assertThat(done).isZero();
      assertThat(early).isZero();
      assertThat(unchanged).isTrue();
    }
  }

  private static List<String> statements() {
    List<String> all =
        new ArrayList<>(
            List.of(
                "select ref from ledger.reminder",
                "select sealed_ref from ledger.reminder",
                "select due_at from ledger.reminder",
                "select not_after from ledger.reminder",
                "select * from ledger.reminder",
                "select id from ledger.reminder where ref = '\\x00'",
                "select id from ledger.reminder order by sealed_ref",
                "select * from ledger.attempt",
                "select * from ledger.told",
                "select * from people.record",
                "select * from people.contact_index",
                "select * from door.inbox",
                "select * from door.answer",
                "select people.person_view('\\x00')",
                "select door.answer_for(gen_random_uuid())",
                "delete from ledger.reminder",
                "truncate ledger.reminder",
                "insert into ledger.reminder select * from ledger.reminder",
                "update ledger.reminder set due_at = app.now()",
                "update ledger.reminder set not_after = app.now()",
                "update ledger.reminder set ref = sha256(ref)",
                "update ledger.reminder set lane = 0",
                "update ledger.reminder set tries = 0",
                "alter table ledger.reminder disable trigger all",
                "set session_replication_role = replica",
                "set role notifier"));
    for (ReminderState state : ReminderState.values()) {
      for (String wake : List.of("-infinity", "2026-11-23T09:00:01Z", "2027-01-01Z", "infinity")) {
        for (String turn : List.of("turn", "turn + 1", "turn + 7")) {
          all.add(
              "update ledger.reminder set state = '%s', wake_at = '%s', turn = %s where wake_at > app.now()"
                  .formatted(state, wake, turn));
        }
      }
    }
    return all;
  }

  private static boolean succeeds(JdbcClient clock, String sql) {
    try {
      if (sql.startsWith("select")) {
        clock.sql(sql).query().listOfRows();
      } else {
        clock.sql(sql).update();
      }
      return true;
    } catch (DataAccessException refused) {
      return false;
    }
  }
}
