package org.termin.notifier.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.Topics;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.start.RunningNotifier;
import org.termin.notifier.start.RunningNotifier.RecordedDue;
import org.termin.testkit.TestBus;
import org.termin.testkit.TestStore;

class BusTest {
  private static final Duration LONG = Duration.ofSeconds(120);
  private static RunningNotifier notifier;
  private static KafkaTemplate<byte[], byte[]> kafka;
  private static RecordedDue due;

  @BeforeAll
  @SuppressWarnings("unchecked")
  static void start() {
    notifier = RunningNotifier.on(TestStore.fresh());
    kafka = (KafkaTemplate<byte[], byte[]>) notifier.context().getBean("bytesOut");
    due = notifier.get(RecordedDue.class);
  }

  @AfterAll
  static void stop() {
    notifier.close();
  }

  private static void publish(String topic, byte[] value) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(topic, UUID.randomUUID().toString().getBytes(), value);
    record.headers().add("x-told", "secret".getBytes());
    kafka.send(record).join();
  }

  /** Reads a topic from its beginning until something in it fits. */
  private static ConsumerRecord<byte[], byte[]> seen(String topic, byte[] value) {
    Map<String, Object> config =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBus.shared().bootstrapServers(),
            ConsumerConfig.GROUP_ID_CONFIG, TestBus.uniqueGroup(),
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    List<ConsumerRecord<byte[], byte[]>> found = new ArrayList<>();
    try (var consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(LONG)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(500)).forEach(found::add);
                return found.stream().anyMatch(record -> Arrays.equals(record.value(), value));
              });
    }
    return found.stream()
        .filter(record -> Arrays.equals(record.value(), value))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theUnreadableIsBuriedAndItsNeighboursAreHandled() {
    ExpiryDue before = new ExpiryDue(UUID.randomUUID(), 1);
    ExpiryDue after = new ExpiryDue(UUID.randomUUID(), 1);
    byte[] poison = ("{\"reminderId\":\"" + UUID.randomUUID()).getBytes();
    publish(Topics.EXPIRY_EVENTS, EventJson.write(before));
    publish(Topics.EXPIRY_EVENTS, poison);
    publish(Topics.EXPIRY_EVENTS, EventJson.write(after));
    var buried = seen(Topics.deadLetters(Topics.EXPIRY_EVENTS), poison);
    assertThat(buried.headers().toArray()).isEmpty();
    await().atMost(LONG).until(() -> due.taken.containsAll(List.of(before, after)));
  }

  @Test
  void whatTheStoreRefusesIsOfferedAgain() {
    due.refusals.set(2);
    ExpiryDue event = new ExpiryDue(UUID.randomUUID(), 3);
    publish(Topics.EXPIRY_EVENTS, EventJson.write(event));
    await().atMost(LONG).until(() -> due.taken.contains(event));
    assertThat(due.refusals.get()).isZero();
  }

  @Test
  void newsOfDeliveriesAreTold() {
    DeliveryChanged change = new DeliveryChanged(UUID.randomUUID(), ReminderState.ACCEPTED);
    notifier.get(News.class).changed(List.of(change));
    var told = seen(Topics.DELIVERIES, EventJson.write(change));
    assertThat(told.timestamp() % Duration.ofDays(1).toMillis()).isZero();
    assertThat(told.headers().lastHeader("ce_type")).isNotNull();
    assertThat(told.headers().lastHeader("ce_time")).isNull();
  }

  @Test
  void aDeadListenerMakesTheServiceNotReady() {
    var container =
        notifier.context().getBean("intakeContainer", ConcurrentMessageListenerContainer.class);
    await().atMost(LONG).until(() -> notifier.readiness() == 200);
    container.stop();
    assertThat(notifier.readiness()).isEqualTo(503);
    container.start();
    await().atMost(LONG).until(() -> notifier.readiness() == 200);
  }
}
