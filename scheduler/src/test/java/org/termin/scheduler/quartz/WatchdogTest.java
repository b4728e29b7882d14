package org.termin.scheduler.quartz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.termin.database.Role;
import org.termin.scheduler.Rows;
import org.termin.scheduler.Running;
import org.termin.testkit.TestStore;

class WatchdogTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);

  @Test
  void scansWhenQuartzHangs() {
    var store = TestStore.fresh();
    var rows = new Rows(store);
    try (var _ = Running.on(store, "--termin.scan.every=1h", "--termin.scan.silence=2s")) {
      await().atMost(GENEROUS).until(() -> rows.step("scan") == 0);
      await().atMost(GENEROUS).until(() -> running(store) == 0);
      // as quartz issue 145 leaves it: no node will ever take this trigger
      store
          .jdbc(Role.SCHEDULER)
          .sql("update quartz.qrtz_triggers set trigger_state = 'BLOCKED'")
          .update();
      rows.add(3, "PLANNED", 0, "-1 minute");

      await().atMost(GENEROUS).until(() -> rows.count("QUEUED") == 3);

      assertThat(
              store
                  .jdbc(Role.SCHEDULER)
                  .sql("select distinct trigger_state from quartz.qrtz_triggers")
                  .query(String.class)
                  .list())
          .containsExactly("BLOCKED");
    }
  }

  private static int running(TestStore store) {
    return store
        .jdbc(Role.SCHEDULER)
        .sql("select count(*) from quartz.qrtz_fired_triggers")
        .query(Integer.class)
        .single();
  }
}
