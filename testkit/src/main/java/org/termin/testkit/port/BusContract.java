package org.termin.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What Termin needs of a Kafka, whoever runs it. */
public abstract class BusContract {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Address for clients. */
  protected abstract String bootstrapServers();

  @Test
  void carriesRecordsWithHeadersAndTheirOwnTimestamp() throws Exception {
    String topic = topic();
    create(topic);
    long day = Clock.systemUTC().instant().truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    try (KafkaProducer<String, byte[]> producer = producer()) {
      for (int n = 0; n < 100; n++) {
        ProducerRecord<String, byte[]> record =
            new ProducerRecord<>(topic, null, day, "key-" + n, new byte[] {(byte) n});
        record.headers().add("ce_specversion", new byte[] {'1'});
        producer.send(record);
      }
      producer.flush();
    }
    List<ConsumerRecord<String, byte[]>> read = read(topic, 100);
    assertThat(read).extracting(ConsumerRecord::key).doesNotHaveDuplicates().hasSize(100);
    assertThat(read).extracting(ConsumerRecord::timestamp).containsOnly(day);
    assertThat(read)
        .allSatisfy(one -> assertThat(one.headers().lastHeader("ce_specversion")).isNotNull());
  }

  @Test
  void hasTwelvePartitionsWhereAskedFor() throws Exception {
    String topic = topic();
    create(topic);
    try (Admin admin = admin()) {
      assertThat(
              Objects.requireNonNull(
                      admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic))
                  .partitions())
          .hasSize(12);
      assertThatThrownBy(
              () -> admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all().get())
          .hasMessageContaining("already exists");
    }
  }

  private static String topic() {
    return "contract-" + UUID.randomUUID();
  }

  private void create(String topic) throws Exception {
    try (Admin admin = admin()) {
      admin.createTopics(List.of(new NewTopic(topic, 12, (short) 1))).all().get();
    }
  }

  private Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
  }

  private KafkaProducer<String, byte[]> producer() {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", bootstrapServers(), "acks", "all", "enable.idempotence", true),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  private List<ConsumerRecord<String, byte[]>> read(String topic, int wanted) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers());
    settings.put("group.id", "contract-" + UUID.randomUUID());
    settings.put("auto.offset.reset", "earliest");
    List<ConsumerRecord<String, byte[]>> read = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(topic));
      await()
          .atMost(PATIENCE)
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(read::add);
                return read.size() >= wanted;
              });
    }
    return read;
  }
}
