package org.termin.standalone.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.termin.contract.event.Topics;
import org.termin.standalone.Crowd;
import org.termin.testkit.Figures;

/** Records that nobody can read, in the middle of a wave: put aside at once, and nobody waits. */
class PoisonIT {
  private static final String COMMAND =
      "mvn -Preliability verify -pl standalone -am -Dit.test=PoisonIT";

  private static final List<Function<Random, byte[]>> KINDS =
      List.of(
          PoisonIT::randomBytes,
          _ -> text("{\"v\":99,\"reminderId\":\"%s\",\"turn\":1}".formatted(UUID.randomUUID())),
          _ -> text("{\"v\":1,\"unknown\":\"%s\"}".formatted(UUID.randomUUID())),
          _ -> text("x".repeat(900_000)),
          _ -> text("[".repeat(10_000)));

  @TempDir Path folder;

  @Test
  void poisonIsPutAsideAndNobodyWaitsForIt() {
    assumeTrue(Figures.full(), "runs in the profile reliability");
    long seed = Figures.seed("poison");
    int people = Figures.size("poisoned", 300, 1_000);
    // one in a hundred, and at least four of each kind
    int poison = Math.max(4 * KINDS.size(), people / 100);
    WaveOrder order = WaveOrder.of(people).lasting(Duration.ofSeconds(60));
    double healthy = p95WithoutPoison(order);
    try (Wave wave = Wave.prepare(folder.resolve("poisoned"), order);
        Grave grave = new Grave(wave.supervisor().bus())) {
      wave.begin();
      await().atMost(Crowd.PATIENCE).until(() -> wave.told() >= people / 5);
      List<Long> seconds = pour(wave.supervisor().bus(), poison, new Random(seed), grave);
      Tally tally = wave.finish();
      double p95 = wave.secondsUntil(0.95);
      long slowest = seconds.stream().mapToLong(Long::longValue).max().orElse(-1);
      boolean ready = wave.ready("notifier") && wave.ready("notifier-2");
      Figures.record(
          "R8",
          "1 % poison: random bytes, unknown version, unknown field, 900 kB, 10,000-deep JSON",
          seed,
          COMMAND,
          "%d poisoned records, %d put aside, the slowest after %d ms; 95 %% of the people told in %.1f s, without poison in %.1f s; notifiers ready: %s; %s"
              .formatted(poison, seconds.size(), slowest, p95, healthy, ready, tally),
          seconds.size() == poison
              && slowest <= 5_000
              && p95 <= 1.1 * healthy
              && ready
              && tally.lost() == 0);
      assertThat(seconds).hasSize(poison);
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
        String key = UUID.randomUUID().toString();
        byte[] value = KINDS.get(n % KINDS.size()).apply(random);
        producer.send(
            new ProducerRecord<>(
                Topics.EXPIRY_EVENTS,
                null,
                Topics.timestamp(Clock.systemUTC().instant()),
                key.getBytes(StandardCharsets.UTF_8),
                value));
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
            held.putIfAbsent(new String(one.key(), StandardCharsets.UTF_8), System.nanoTime());
          }
        }
      }
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
