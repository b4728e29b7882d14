package org.termin.notifier.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
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
        .sql(
            """
            select count(distinct xmin::text) from ledger.reminder
             where wake_at > app.now() + interval '2 days'
            """)
        .query(Integer.class)
        .single();
  }

  @Test
  void nightlyMixingHidesWhoseRowsWereWrittenTogether() {
    try (Rooms rooms = Rooms.on(TestStore.fresh(), new Guidance(1, Map.of()), Map.of())) {
      for (int n = 0; n < 8; n++) {
        activate(rooms, n);
      }
      List<Map<String, Object>> before = rows(rooms);
      assertThat(transactions(rooms)).isEqualTo(8);
      Mixing mixing = rooms.get(Mixing.class);
      assertThat(mixing.mix()).isGreaterThan(30);
      assertThat(rows(rooms)).isEqualTo(before);
      assertThat(transactions(rooms)).isEqualTo(1);
      // what is mixed stays, what is new joins the next night
      assertThat(mixing.mix()).isZero();
      activate(rooms, 100);
      assertThat(mixing.mix()).isPositive().isLessThan(20);
    }
  }
}
