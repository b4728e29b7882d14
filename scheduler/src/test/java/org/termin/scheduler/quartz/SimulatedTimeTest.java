package org.termin.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.termin.database.Role;
import org.termin.scheduler.Heard;
import org.termin.scheduler.Rows;
import org.termin.scheduler.Running;
import org.termin.testkit.TestStore;

class SimulatedTimeTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);

  @Test
  void eachStepOfTheClockIsScannedAndAnsweredWithItsNumber() {
    var store = TestStore.simulated();
    var rows = new Rows(store);
    try (var _ = Running.on(store)) {
      await().atMost(GENEROUS).until(() -> rows.step("scan") == 0);
      try (var heard = new Heard()) {
        var today = rows.addOne("PLANNED", 0, "-1 minute");
        await().atMost(GENEROUS).until(() -> heard.ids().contains(today));
        rows.claim();

        var later = rows.addOne("PLANNED", 0, "30 days");
        move(store, "29 days");
        await().atMost(GENEROUS).until(() -> rows.step("scan") == 1);
        assertThat(rows.count("PLANNED")).isOne();

        move(store, "2 days");
        await().atMost(GENEROUS).until(() -> rows.step("scan") == 2);
        assertThat(rows.count("QUEUED")).isOne();
        await().atMost(GENEROUS).until(() -> heard.ids().contains(later));
        assertThat(heard.ids()).containsExactly(today, later);
      }
      assertThat(
              store
                  .jdbc(Role.SCHEDULER)
                  .sql("select count(*) from quartz.qrtz_triggers")
                  .query(Long.class)
                  .single())
          .isZero();
    }
  }

  private static void move(TestStore store, String by) {
    store
        .jdbc(Role.NOTIFIER)
        .sql("update app.simulation set shift = shift + :by::interval, step = step + 1")
        .param("by", by)
        .update();
  }
}
