package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.InboxHint;
import org.termin.contract.event.Topics;
import org.termin.standalone.Crowd;
import org.termin.testkit.Figures;

/** Records that nobody can read, in the middle of a wave: put aside at once, and nobody waits. */
class PoisonIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=PoisonIT";

  /** What is no event of this topic; its version is in the topic's name, not in the record. */
  private static final Map<String, Function<Random, byte[]>> KINDS =
      new TreeMap<>(
          Map.of(
              "random bytes", PoisonIT::randomBytes,
              "another topic's event", _ -> EventJson.write(new InboxHint(UUID.randomUUID())),
              "turn 0",
                  _ -> text("{\"reminderId\":\"%s\",\"turn\":0}".formatted(UUID.randomUUID())),
              "fields of another version", _ -> text("{\"v\":99,\"dueId\":17}"),
              "900 kB", _ -> text("x".repeat(900_000)),
              "10,000-deep JSON", _ -> text("[".repeat(10_000))));

  private static final byte[] STRANGER =
      text("{\"reminderId\":\"%s\",\"turn\":1,\"added\":true}".formatted(UUID.randomUUID()));

  @TempDir Path folder;

  @Test
  void poisonIsPutAsideAndNobodyWaitsForIt() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    long seed = Figures.seed("poison");
    int people = Figures.size("poisoned", 300, 1_000);
    // one in a hundred, and at least four of each kind
    int poison = Math.max(4 * KINDS.size(), people / 100);
    WaveOrder order =
        WaveOrder.of(people)
            .lasting(Duration.ofSeconds(60))
            // as with the window of every day, a record waits behind seconds of work, not minutes
            .with(Map.of("TERMIN_SCAN_WINDOW", "16"));
    double healthy = p95WithoutPoison(order);
    try (Wave wave = Wave.prepare(folder.resolve("poisoned"), order);
        Grave grave = new Grave(wave.supervisor().bus())) {
      wave.begin();
      await().atMost(Crowd.PATIENCE).until(() -> wave.told() >= people / 5);
      List<Long> millis = pour(wave.supervisor().bus(), poison, new Random(seed), grave);
      boolean meanwhile = wave.told() < people;
      Tally tally = wave.finish();
      double p95 = wave.secondsUntil(0.95);
      long slowest = Collections.max(millis);
      boolean ready = wave.ready("notifier") && wave.ready("notifier-2");
      Figures.record(
          "R8",
          "1 % poison: " + String.join(", ", KINDS.keySet()),
          seed,
          COMMAND,
          "%d poisoned records, %d in the dead letters, nothing else there, the slowest after %d ms; 95 %% of the people told in %.1f s, without poison in %.1f s; notifiers ready: %s; %s"
              .formatted(poison, grave.size(), slowest, p95, healthy, ready, tally),
          grave.size() == poison
              && slowest <= 5_000
              && p95 <= 1.1 * healthy
              && ready
              && tally.lost() == 0);
      assertThat(grave.size()).isEqualTo(poison);
      assertThat(meanwhile).as("the wave was under way while the poison came").isTrue();
      assertThat(tally.lost()).isZero();
      assertThat(tally.extra()).isZero();
      assertThat(ready).isTrue();
    }
  }

  /** The same wave with healthy records only. */
  private double p95WithoutPoison(WaveOrder order) {
    try (Wave wave = Wave.prepare(folder.resolve("healthy"), order)) {
      Tally tally = wave.run(FaultPlan.none());
      assertThat(tally.lost()).isZero();
      return wave.secondsUntil(0.95);
    }
  }

  /** Says every poisoned record and waits for each in the dead letters; the times in ms. */
  private static List<Long> pour(String bus, int count, Random random, Grave grave) {
    List<Long> millis = new ArrayList<>();
    List<Function<Random, byte[]>> kinds = List.copyOf(KINDS.values());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bus,
                "max.request.size",
                1_048_576,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class))) {
      for (int n = 0; n < count; n++) {
        // a field that readers do not know is no reason to put a record aside, a stranger's neither
        producer.send(record(UUID.randomUUID().toString(), STRANGER));
        String key = UUID.randomUUID().toString();
        byte[] value = kinds.get(n % kinds.size()).apply(random);
        producer.send(record(key, value));
        producer.flush();
        long said = System.nanoTime();
        await()
            .atMost(Crowd.PATIENCE)
            .pollInterval(Duration.ofMillis(10))
            .until(() -> grave.holds(key));
        millis.add((grave.since(key) - said) / 1_000_000);
      }
    }
    return millis;
  }

  private static ProducerRecord<byte[], byte[]> record(String key, byte[] value) {
    return new ProducerRecord<>(
        Topics.EXPIRY_EVENTS,
        null,
        Topics.timestamp(Clock.systemUTC().instant()),
        key.getBytes(StandardCharsets.UTF_8),
        value);
  }

  private static byte[] randomBytes(Random random) {
    byte[] bytes = new byte[200];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Watches the dead letters. */
  private static final class Grave implements AutoCloseable {
    private final Map<String, Long> held = new ConcurrentHashMap<>();
    private final AtomicInteger size = new AtomicInteger();
    private final Thread thread;
    private volatile boolean over;

    Grave(String bus) {
      thread = Thread.ofPlatform().name("grave").start(() -> watch(bus));
    }

    private void watch(String bus) {
      try (KafkaConsumer<byte[], byte[]> consumer =
          new KafkaConsumer<>(
              Map.of(
                  "bootstrap.servers",
                  bus,
                  "group.id",
                  "grave",
                  "auto.offset.reset",
                  "earliest",
                  "key.deserializer",
                  ByteArrayDeserializer.class,
                  "value.deserializer",
                  ByteArrayDeserializer.class))) {
        consumer.subscribe(List.of(Topics.deadLetters(Topics.EXPIRY_EVENTS)));
        while (!over) {
          for (ConsumerRecord<byte[], byte[]> one : consumer.poll(Duration.ofMillis(100))) {
            size.incrementAndGet();
            held.putIfAbsent(new String(one.key(), StandardCharsets.UTF_8), System.nanoTime());
          }
        }
      }
    }

    /** All records there, of whatever key. */
    int size() {
      return size.get();
    }

    boolean holds(String key) {
      return held.containsKey(key);
    }

    long since(String key) {
      return held.get(key);
    }

    @Override
    public void close() {
      over = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
