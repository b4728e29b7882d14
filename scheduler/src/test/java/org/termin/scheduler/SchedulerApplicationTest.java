package org.termin.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quartz.Scheduler;
import org.quartz.SimpleTrigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;
import org.termin.contract.event.ExpiryDue;
import org.termin.testkit.TestStore;

/** The whole scheduler with real Quartz, PostgreSQL and Kafka. */
class SchedulerApplicationTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);
  private static final TestStore STORE = TestStore.fresh();
  private static final Rows ROWS = new Rows(STORE);
  private static Running running;

  @BeforeAll
  static void start() {
    running =
        Running.on(
            STORE,
            "--termin.scan.every=300ms",
            "--termin.scan.batch=100",
            "--termin.scan.window=150");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @BeforeEach
  void empty() {
    ROWS.clear();
  }

  @Test
  void aDueReminderIsSaidOnceAndAnUndueOneNever() {
    try (var heard = new Heard()) {
      ROWS.add(1, "PLANNED", 0, "1 day");
      var due = ROWS.addOne("PLANNED", 0, "-1 minute");

      await().atMost(GENEROUS).until(() -> !heard.ids().isEmpty());

      assertThat(heard.events()).containsExactly(new ExpiryDue(due, 1));
      assertThat(ROWS.count("QUEUED")).isOne();
      assertThat(ROWS.count("PLANNED")).isOne();
    }
  }

  @Test
  void aWaveLargerThanTheWindowIsSaidCompletelyAndEachRowOnce() {
    int wave = 1_000;
    try (var heard = new Heard()) {
      ROWS.add(wave / 2, "PLANNED", 1, "-1 hour");
      ROWS.add(wave / 2, "RETRY_WAIT", 0, "-1 hour");

      await()
          .atMost(GENEROUS)
          .until(
              () -> {
                assertThat(ROWS.count("QUEUED")).isLessThanOrEqualTo(150);
                ROWS.claim();
                return ROWS.count("SENDING") == wave;
              });
      await().atMost(GENEROUS).until(() -> heard.ids().size() >= wave);

      assertThat(heard.ids())
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(ROWS.ids());
    }
  }

  @Test
  void threeDurableJobsRunByPlainIntervals() throws Exception {
    var quartz = running.part(Scheduler.class);

    assertThat(quartz.getJobKeys(GroupMatcher.anyJobGroup()))
        .extracting(Object::toString)
        .containsExactlyInAnyOrder("termin.scan", "termin.overdue", "termin.topic");
    for (var key : quartz.getJobKeys(GroupMatcher.anyJobGroup())) {
      assertThat(quartz.getJobDetail(key).isDurable()).isTrue();
      assertThat(quartz.getTrigger(TriggerKey.triggerKey(key.getName(), "termin")))
          .isInstanceOfSatisfying(
              SimpleTrigger.class,
              trigger ->
                  assertThat(trigger.getMisfireInstruction())
                      .isEqualTo(
                          SimpleTrigger
                              .MISFIRE_INSTRUCTION_RESCHEDULE_NOW_WITH_EXISTING_REPEAT_COUNT));
    }
    assertThat(quartz.getMetaData().isJobStoreClustered()).isTrue();
    assertThat(quartz.getMetaData().getThreadPoolSize()).isEqualTo(2);
    assertThat(quartz.getSchedulerName()).isEqualTo("termin");
  }

  @Test
  void theManagementPortTellsReadinessAndFiguresAndNothingElse() throws Exception {
    await().atMost(GENEROUS).until(() -> get("/actuator/health/readiness").contains("\"UP\""));

    assertThat(get("/actuator/health/readiness")).isEqualTo("{\"status\":\"UP\"}");
    assertThat(get("/actuator/metrics")).contains("termin.scan.queued").doesNotContain("password");
    assertThat(get("/actuator/env")).contains("404");
    assertThat(get("/actuator/sbom")).contains("404");
  }

  private static String get(String path) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var address = URI.create("http://127.0.0.1:" + running.managementPort() + path);
      return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body();
    }
  }
}
