package org.termin.scheduler.emit;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.termin.contract.event.CloudEventHeaders;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.Topics;
import org.termin.scheduler.Closing;

/**
 * Says due reminders on Kafka and waits until the broker has them. Saying one twice hurts nobody:
 * only its first claim counts.
 */
@Component
public class Emitter {
  /** As long as a broker needs to come back; after that the rows wait for their next turn. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final Duration ONE_WAIT = Duration.ofSeconds(5);

  private final KafkaTemplate<String, byte[]> bus;
  private final DefaultKafkaProducerFactory<String, byte[]> producers;
  private final ExpiryTopic topic;
  private final Clock clock;
  private final Closing closing;

  Emitter(
      KafkaTemplate<String, byte[]> bus,
      DefaultKafkaProducerFactory<String, byte[]> producers,
      ExpiryTopic topic,
      Clock clock,
      Closing closing) {
    this.bus = bus;
    this.producers = producers;
    this.topic = topic;
    this.clock = clock;
    this.closing = closing;
  }

  /** Says them all; the answer is how many the broker has not confirmed. */
  public int say(List<ExpiryDue> due) {
    var end = clock.instant().plus(PATIENCE);
    var sent = send(due);
    while (true) {
      var unsaid = sent.await(ONE_WAIT);
      if (unsaid.isEmpty() || clock.instant().isAfter(end) || closing.isTold()) {
        return unsaid.size();
      }
      // the topic may be gone; its successor has another id, so the producer is renewed with it
      if (topic.makeIfMissing() || sent.hasFailed()) {
        producers.reset();
        sent = send(unsaid);
      }
    }
  }

  private Sent send(Collection<ExpiryDue> due) {
    var sent = new Sent();
    try {
      // waits once for the topic, instead of once per record
      bus.partitionsFor(Topics.EXPIRY_EVENTS);
      due.forEach(one -> sent.put(one, bus.send(record(one))));
    } catch (KafkaException | org.springframework.kafka.KafkaException unreachable) {
      due.forEach(one -> sent.putIfAbsent(one, CompletableFuture.failedFuture(unreachable)));
    }
    return sent;
  }

  private ProducerRecord<String, byte[]> record(ExpiryDue due) {
    var record =
        new ProducerRecord<>(
            Topics.of(due),
            null,
            Topics.timestamp(clock.instant()),
            due.key().toString(),
            EventJson.write(due));
    CloudEventHeaders.of(due).forEach(record.headers()::add);
    return record;
  }
}
