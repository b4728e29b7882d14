package org.termin.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.termin.testkit.TestStore;

class NoBusTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);

  @Test
  void withoutKafkaTheSchedulerStartsScansAndKeepsEveryRowForLater() {
    var store = TestStore.fresh();
    var rows = new Rows(store);
    rows.add(5, "PLANNED", 0, "-1 minute");
    var arguments = new ArrayList<>(Running.arguments(store));
    arguments.addAll(
        List.of(
            "--spring.kafka.bootstrap-servers=127.0.0.1:1",
            "--spring.kafka.admin.operation-timeout=1s"));
    arguments.removeIf(
        argument -> argument.contains("bootstrap-servers") && !argument.endsWith(":1"));

    try (var _ =
        SpringApplication.run(SchedulerApplication.class, arguments.toArray(String[]::new))) {
      await().atMost(GENEROUS).until(() -> rows.count("QUEUED") == 5);
    }

    // said again when their instant comes: nothing has to remember that the first time failed
    assertThat(rows.count("QUEUED")).isEqualTo(5);
    assertThat(rows.ids()).hasSize(5);
  }
}
