package org.termin.standalone.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.termin.contract.event.Topics;

/**
 * Joins the group of the notifiers, takes partitions away, reads and commits nothing, and leaves:
 * each time everybody's partitions move twice.
 */
final class Intruder implements AutoCloseable {
  private final String bus;
  private final AtomicInteger rebalances = new AtomicInteger();
  private final Thread thread;
  private volatile boolean over;

  Intruder(String bus) {
    this.bus = bus;
    thread = Thread.ofPlatform().name("intruder").start(this::run);
  }

  private void run() {
    while (!over) {
      try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(settings())) {
        consumer.subscribe(List.of(Topics.EXPIRY_EVENTS));
        while (!over && consumer.assignment().isEmpty()) {
          consumer.poll(Duration.ofMillis(100));
        }
        if (!consumer.assignment().isEmpty()) {
          rebalances.incrementAndGet();
        }
      }
      if (!over) {
        // leaving is the second one
        rebalances.incrementAndGet();
        Injector.pause(Duration.ofMillis(200));
      }
    }
  }

  private Map<String, Object> settings() {
    return Map.of(
        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
        bus,
        ConsumerConfig.GROUP_ID_CONFIG,
        "termin-delivery",
        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
        false,
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName(),
        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
        "earliest",
        ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class,
        ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG,
        ByteArrayDeserializer.class);
  }

  /** How often partitions moved because of us. */
  int rebalances() {
    return rebalances.get();
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
