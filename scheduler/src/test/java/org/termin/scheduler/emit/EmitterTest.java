package org.termin.scheduler.emit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.Topics;
import org.termin.scheduler.Heard;
import org.termin.scheduler.Running;
import org.termin.testkit.TestBus;
import org.termin.testkit.TestStore;

class EmitterTest {
  private static final Duration GENEROUS = Duration.ofMinutes(2);
  private static Running running;

  @BeforeAll
  static void start() {
    // nothing is due in this store: only what the test says is said
    running = Running.on(TestStore.fresh());
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void aRecordHoldsAnIdATurnAndADayAndNothingElse() {
    var due = new ExpiryDue(UUID.randomUUID(), 3);
    try (var heard = new Heard()) {
      assertThat(running.part(Emitter.class).say(List.of(due))).isZero();

      await().atMost(GENEROUS).until(() -> !heard.records().isEmpty());
      var record = heard.records().getFirst();
      assertThat(Heard.text(record.key())).isEqualTo(due.reminderId().toString());
      assertThat(Heard.text(record.value()))
          .isEqualTo("{\"reminderId\":\"" + due.reminderId() + "\",\"turn\":3}");
      assertThat(record.headers())
          .extracting(header -> header.key() + "=" + Heard.text(header.value()))
          .containsExactly(
              "ce_id=" + due.reminderId() + "/3",
              "ce_source=/termin/scheduler",
              "ce_type=org.termin.expiry-due.v1",
              "ce_specversion=1.0");
      var said = Instant.ofEpochMilli(record.timestamp());
      assertThat(said)
          .isEqualTo(said.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant());
    }
  }

  @Test
  void theTopicIsMadeAgainWhenSomebodyDeletedItAndNothingIsLost() throws Exception {
    var emitter = running.part(Emitter.class);
    assertThat(emitter.say(some(20))).isZero();
    try (var admin = admin()) {
      admin.deleteTopics(List.of(Topics.EXPIRY_EVENTS)).all().get();
    }
    var after = some(500);

    assertThat(emitter.say(after)).isZero();

    try (var heard = Heard.fromTheStart()) {
      await().atMost(GENEROUS).until(() -> heard.events().containsAll(after));
    }
  }

  @Test
  void theTopicIsDeclaredWithItsPartitionsAndRetention() throws Exception {
    running.part(ExpiryTopic.class).makeIfMissing();
    try (var admin = admin()) {
      var topic =
          admin
              .describeTopics(List.of(Topics.EXPIRY_EVENTS))
              .allTopicNames()
              .get()
              .values()
              .iterator()
              .next();
      assertThat(topic.partitions()).hasSize(12);
      var resource = new ConfigResource(ConfigResource.Type.TOPIC, Topics.EXPIRY_EVENTS);
      var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
      assertThat(config.get("retention.ms").value()).isEqualTo("259200000");
      assertThat(config.get("cleanup.policy").value()).isEqualTo("delete");
    }
  }

  private static Admin admin() {
    return Admin.create(
        Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, TestBus.shared().bootstrapServers()));
  }

  private static List<ExpiryDue> some(int count) {
    return IntStream.range(0, count).mapToObj(_ -> new ExpiryDue(UUID.randomUUID(), 1)).toList();
  }
}
