package org.termin.scheduler;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.Topics;
import org.termin.testkit.TestBus;

/** Listens to the topic of due reminders from now on, with no group and no offsets kept. */
public final class Heard implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();

  public Heard() {
    this(false);
  }

  private Heard(boolean fromTheStart) {
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                TestBus.shared().bootstrapServers(),
                ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                "1000",
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    var partitions =
        IntStream.range(0, Topics.PARTITIONS)
            .mapToObj(number -> new TopicPartition(Topics.EXPIRY_EVENTS, number))
            .toList();
    consumer.assign(partitions);
    if (fromTheStart) {
      consumer.seekToBeginning(partitions);
    } else {
      // the end is fixed now, not at the first poll
      consumer.seekToEnd(partitions);
      partitions.forEach(consumer::position);
    }
  }

  /** Everything the topic holds. */
  public static Heard fromTheStart() {
    return new Heard(true);
  }

  /** All that was said so far. */
  public List<ExpiryDue> events() {
    return records().stream()
        .map(record -> EventJson.read(ExpiryDue.class, record.value()).orElseThrow())
        .toList();
  }

  public List<UUID> ids() {
    return events().stream().map(ExpiryDue::reminderId).toList();
  }

  public List<ConsumerRecord<byte[], byte[]>> records() {
    consumer.poll(Duration.ofMillis(100)).forEach(records::add);
    return List.copyOf(records);
  }

  public static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
