package org.termin.standalone.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.termin.contract.event.Topics;

/** Says every due reminder two more times, so that each record is delivered three times. */
final class Repeater implements AutoCloseable {
  private final KafkaConsumer<byte[], byte[]> ear;
  private final KafkaProducer<byte[], byte[]> mouth;
  private final AtomicInteger repeated = new AtomicInteger();
  private final Thread thread;

  Repeater(String bus) {
    ear =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bus,
                "group.id",
                "repeater",
                "auto.offset.reset",
                "earliest",
                "key.deserializer",
                ByteArrayDeserializer.class,
                "value.deserializer",
                ByteArrayDeserializer.class));
    mouth =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bus,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class));
    thread = Thread.ofPlatform().name("repeater").start(this::run);
  }

  private void run() {
    // our own words come back too, and must not be repeated for ever
    Map<String, Integer> own = new HashMap<>();
    try {
      ear.subscribe(List.of(Topics.EXPIRY_EVENTS));
      while (true) {
        for (ConsumerRecord<byte[], byte[]> one : ear.poll(Duration.ofMillis(200))) {
          String said = new String(one.value(), StandardCharsets.UTF_8);
          if (own.getOrDefault(said, 0) > 0) {
            own.merge(said, -1, Integer::sum);
            continue;
          }
          own.merge(said, 2, Integer::sum);
          for (int n = 0; n < 2; n++) {
            mouth.send(
                new ProducerRecord<>(
                    one.topic(), null, one.timestamp(), one.key(), one.value(), one.headers()));
          }
          repeated.incrementAndGet();
        }
      }
    } catch (WakeupException e) {
      // the end
    } finally {
      ear.close();
    }
  }

  /** How many records were said two more times. */
  int repeated() {
    return repeated.get();
  }

  @Override
  public void close() {
    ear.wakeup();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    mouth.close();
  }
}
