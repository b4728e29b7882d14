package org.termin.tracker.post;

import jakarta.annotation.PreDestroy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.stereotype.Component;
import org.termin.contract.engine.BusRefusal;
import org.termin.contract.event.CloudEventHeaders;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.InboxHint;
import org.termin.contract.event.Topics;

/**
 * Tells the notifier to look in the inbox. Best effort on a thread of its own: a broker that is
 * down costs the person nothing, because the notifier also looks by itself.
 */
@Component
class Hints {
  private static final Logger LOG = LoggerFactory.getLogger(Hints.class);

  private final KafkaTemplate<byte[], byte[]> kafka;
  private final Clock clock;
  private final KafkaAdmin admin;
  private final NewTopic topic;
  private final ThreadPoolExecutor publisher;
  private boolean declared;

  Hints(ProducerFactory<byte[], byte[]> producers, Clock clock, KafkaAdmin admin, NewTopic topic) {
    this.kafka = new KafkaTemplate<>(producers);
    this.clock = clock;
    this.admin = admin;
    this.topic = topic;
    this.publisher =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(1_000),
            Thread.ofPlatform().name("hints").daemon().factory(),
            // Dropped hints are found by the sweep within seconds.
            new ThreadPoolExecutor.DiscardPolicy());
  }

  void publish(UUID message) {
    publisher.execute(() -> send(message));
  }

  private void send(UUID message) {
    try {
      if (!declared) {
        admin.createOrModifyTopics(topic);
        declared = true;
      }
      var _ =
          kafka
              .send(record(new InboxHint(message)))
              .whenComplete(
                  (sent, failed) -> {
                    if (failed != null) {
                      publisher.execute(() -> renew(failed));
                    }
                  });
    } catch (RuntimeException failed) {
      renew(failed);
    }
  }

  private ProducerRecord<byte[], byte[]> record(InboxHint hint) {
    var record =
        new ProducerRecord<byte[], byte[]>(
            topic.name(),
            null,
            Topics.timestamp(clock.instant()),
            hint.key().toString().getBytes(StandardCharsets.US_ASCII),
            EventJson.write(hint));
    CloudEventHeaders.of(hint).forEach((name, value) -> record.headers().add(name, value));
    return record;
  }

  /** A deleted topic is declared again and the producer forgets what it believed of it. */
  private void renew(Throwable failed) {
    var refused = BusRefusal.sentence(failed);
    if (refused.isPresent()) {
      LOG.warn(refused.get());
    } else if (declared) {
      LOG.warn("a hint was not published: {}", failed.getClass().getSimpleName());
    }
    declared = false;
    kafka.getProducerFactory().reset();
  }

  @PreDestroy
  void close() {
    publisher.shutdownNow();
  }
}
