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
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.termin.contract.event.Topics;

/** Everything that lies in the topics, held against the closed schemas. */
record TopicsDump(Map<String, Integer> counts, List<String> faults) {
  private static final Pattern ID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  private static final Map<String, Pattern> HEADERS =
      Map.of(
          "ce_id", Pattern.compile("[0-9a-f-]{36}(/[0-9A-Z_]+)?"),
          "ce_source", Pattern.compile("/termin/(tracker-api|scheduler|notifier)"),
          "ce_type", Pattern.compile("org\\.termin\\.[a-z-]+\\.v1"),
          "ce_specversion", Pattern.compile("1\\.0"));
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
    if (one.key() == null || !ID.matcher(text(one.key())).matches()) {
      faults.add("a key in " + one.topic());
    }
    if (isDead(one.topic())) {
      // whatever a stranger wrote, as it came; nothing of ours is added to it
      if (one.headers().toArray().length > 0) {
        faults.add("a header in " + one.topic());
      }
      timed(one, faults);
      return;
    }
    String schema = SCHEMAS.get(one.topic());
    if (schema == null) {
      faults.add("a record in " + one.topic());
      return;
    }
    String body = text(one.value());
    boolean poison = body.startsWith("{\"v\":");
    if (!poison && !schema(schema).validate(body, InputFormat.JSON).isEmpty()) {
      faults.add("a body in " + one.topic());
    }
    if (!poison && !body.contains(text(one.key()))) {
      faults.add("a key of something else in " + one.topic());
    }
    one.headers()
        .forEach(
            header -> {
              Pattern allowed = HEADERS.get(header.key());
              if (allowed == null || !allowed.matcher(text(header.value())).matches()) {
                faults.add("header " + header.key() + " in " + one.topic());
              }
            });
    timed(one, faults);
  }

  private static void timed(ConsumerRecord<byte[], byte[]> one, List<String> faults) {
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

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static boolean isDead(String topic) {
    return topic.endsWith(Topics.DEAD_LETTER_SUFFIX);
  }

  int inDeadLetters() {
    return counts.entrySet().stream()
        .filter(one -> isDead(one.getKey()))
        .mapToInt(Map.Entry::getValue)
        .sum();
  }

  /** Every topic that holds anything. */
  Set<String> topics() {
    return counts.keySet();
  }

  int records() {
    return counts.values().stream().mapToInt(Integer::intValue).sum();
  }

  @Override
  public String toString() {
    return "records %s".formatted(counts);
  }
}
