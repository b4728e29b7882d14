package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.guidance.Guidance;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class MixingTest {
  private static void activate(Rooms rooms, int n) {
    ReceiptCode code = ReceiptCode.random();
    UUID id =
        rooms.post(
            Samples.register(
                code, Samples.passport("LT", LocalDate.of(2040, 6, 1)), Samples.mail(n)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
  }

  private static List<Map<String, Object>> rows(Rooms rooms) {
    return rooms
        .db()
        .sql(
            """
            select id, encode(ref, 'hex') as ref, encode(sealed_ref, 'hex') as sealed, lane, due_at,
                   not_after, state, wake_at, turn, tries from ledger.reminder order by id
            """)
        .query()
        .listOfRows();
  }

  private static int transactions(Rooms rooms) {
    return rooms
        .db()
        .sql("select count(distinct xmin::text) from ledger.reminder")
        .query(Integer.class)
        .single();
  }

  private static Rooms eight() {
    Rooms rooms = Rooms.on(TestStore.fresh(), new Guidance(1, Map.of()), Map.of());
    for (int n = 0; n < 8; n++) {
      activate(rooms, n);
    }
    return rooms;
  }

  @Test
  void nightlyMixingHidesWhoseRowsWereWrittenTogether() {
    try (Rooms rooms = eight()) {
      List<Map<String, Object>> before = rows(rooms);
      assertThat(transactions(rooms)).isEqualTo(8);
      Mixing mixing = rooms.get(Mixing.class);
      assertThat(mixing.mix()).isEqualTo(before.size());
      assertThat(rows(rooms)).isEqualTo(before);
      assertThat(transactions(rooms)).isOne();
    }
  }

  @Test
  void newcomersAreMixedAmongEverybody() {
    try (Rooms rooms = eight()) {
      Mixing mixing = rooms.get(Mixing.class);
      mixing.mix();
      activate(rooms, 100);
      assertThat(transactions(rooms)).isEqualTo(2);
      mixing.mix();
      assertThat(transactions(rooms)).isOne();
    }
  }

  @Test
  void whatWasToldTogetherIsMixedToo() {
    try (Rooms rooms = eight()) {
      for (String state : List.of("ACCEPTED", "DELIVERED", "NO_RECEIPT", "FAILED")) {
        rooms
            .db()
            .sql(
                """
                update ledger.reminder set state = ?, wake_at = 'infinity'
                 where id in (select id from ledger.reminder where state = 'PLANNED' limit 4)
                """)
            .param(state)
            .update();
      }
      rooms.get(Mixing.class).mix();
      assertThat(transactions(rooms)).isOne();
    }
  }

  @Test
  void whatIsOnItsWayIsLeftAlone() {
    try (Rooms rooms = eight()) {
      int all = rows(rooms).size();
      rooms
          .db()
          .sql(
              """
              update ledger.reminder set state = 'SENDING'
               where id in (select id from ledger.reminder limit 3)
              """)
          .update();
      assertThat(rooms.get(Mixing.class).mix()).isEqualTo(all - 3);
    }
  }

  @Test
  void theNightIsNotWaitedForWhereManyAreNew() {
    try (Rooms rooms = eight()) {
      Mixing mixing = rooms.get(Mixing.class);
      int all = rows(rooms).size();
      assertThat(mixing.mixIfManyAreNew()).isEqualTo(all);
      assertThat(mixing.mixIfManyAreNew()).isZero();
      activate(rooms, 100);
      assertThat(mixing.mixIfManyAreNew()).isGreaterThan(all);
    }
  }

  @Test
  void whoeverHoldsTheTableIsNotDisturbedAndTheNextHourMixesAgain() throws SQLException {
    try (Rooms rooms = eight()) {
      Mixing mixing = rooms.get(Mixing.class);
      try (Connection other = rooms.store().admin();
          Statement statement = other.createStatement()) {
        other.setAutoCommit(false);
        statement.execute("update ledger.reminder set tries = tries");
        assertThat(mixing.mix()).isZero();
        other.commit();
      }
      assertThat(mixing.mixIfManyAreNew()).isPositive();
    }
  }

  @Test
  void anUpdateThatHasToWaitFindsItsRow() {
    try (Rooms rooms = eight()) {
      CompletableFuture<Integer> update =
          Objects.requireNonNull(
              rooms
                  .get(TransactionTemplate.class)
                  .execute(
                      _ -> {
                        rooms.get(Mixing.class).mix();
                        CompletableFuture<Integer> waiting =
                            CompletableFuture.supplyAsync(
                                () ->
                                    rooms
                                        .db()
                                        .sql("update ledger.reminder set tries = 1 where tries = 0")
                                        .update());
                        await().until(() -> isWaiting(rooms));
                        return waiting;
                      }));
      assertThat(update.join()).isEqualTo(rows(rooms).size());
    }
  }

  private static boolean isWaiting(Rooms rooms) {
    return rooms
        .db()
        .sql(
            """
            select exists (select from pg_locks l, pg_class c
                            where c.oid = l.relation and c.relname = 'reminder' and not l.granted)
            """)
        .query(Boolean.class)
        .single();
  }
}
