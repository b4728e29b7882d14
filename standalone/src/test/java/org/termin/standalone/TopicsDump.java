package org.termin.standalone;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.termin.contract.event.Topics;

/** Everything that lies in the topics, held against the closed schemas. */
record TopicsDump(Map<String, Integer> counts, List<String> faults) {
  private static final Set<String> HEADERS =
      Set.of("ce_id", "ce_source", "ce_type", "ce_specversion");
  private static final Map<String, String> SCHEMAS =
      Map.of(
          Topics.REGISTRATIONS, "inbox-hint",
          Topics.EXPIRY_EVENTS, "expiry-due",
          Topics.DELIVERIES, "delivery-changed");

  static TopicsDump of(String bus) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            bus,
            "key.deserializer",
            ByteArrayDeserializer.class,
            "value.deserializer",
            ByteArrayDeserializer.class,
            "enable.auto.commit",
            false);
    Map<String, Integer> counts = new TreeMap<>();
    List<String> faults = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings)) {
      List<TopicPartition> all = new ArrayList<>();
      consumer
          .listTopics()
          .forEach(
              (topic, partitions) ->
                  partitions.forEach(
                      one -> {
                        if (!topic.startsWith("__")) {
                          all.add(new TopicPartition(topic, one.partition()));
                        }
                      }));
      consumer.assign(all);
      consumer.seekToBeginning(all);
      Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(all));
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofSeconds(1))) {
          counts.merge(one.topic(), 1, Integer::sum);
          judge(one, faults);
        }
      }
    }
    return new TopicsDump(counts, faults);
  }

  private static void judge(ConsumerRecord<byte[], byte[]> one, List<String> faults) {
    String schema = SCHEMAS.get(one.topic());
    if (schema == null) {
      faults.add("a record in " + one.topic());
      return;
    }
    String body = new String(one.value(), StandardCharsets.UTF_8);
    if (!schema(schema).validate(body, InputFormat.JSON).isEmpty()) {
      faults.add("a body in " + one.topic());
    }
    one.headers()
        .forEach(
            header -> {
              if (!HEADERS.contains(header.key())) {
                faults.add("header " + header.key() + " in " + one.topic());
              }
            });
    Instant time = Instant.ofEpochMilli(one.timestamp());
    if (Topics.timestamp(time) != one.timestamp() || one.value().length > 300) {
      faults.add("time or length in " + one.topic());
    }
  }

  private static final Map<String, Schema> READ = new HashMap<>();

  private static Schema schema(String name) {
    return READ.computeIfAbsent(
        name,
        _ -> {
          try (InputStream file =
              TopicsDump.class.getResourceAsStream("/schemas/v1/" + name + ".json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(
                    new String(
                        Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8));
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  int records() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return counts + ", faults " + faults.size();
  }
}
