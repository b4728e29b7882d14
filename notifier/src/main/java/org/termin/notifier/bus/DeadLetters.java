package org.termin.notifier.bus;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.termin.contract.event.Topics;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;

/** Where unreadable records go: the same key and bytes, nothing about why, no header. */
final class DeadLetters implements BatchReader.Burial {
  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
  private final KafkaTemplate<byte[], byte[]> kafka;

  private final Clock clock;
  private final Alarms alarms;

  private final Counter buried;

  DeadLetters(
      KafkaTemplate<byte[], byte[]> kafka, Clock clock, Alarms alarms, MeterRegistry meters) {
    this.buried = meters.counter("termin.dead.letters");
    this.alarms = alarms;
    this.kafka = kafka;
    this.clock = clock;
  }

  /** Returns once the broker has it; until then its offset must not be committed. */
  @Override
  public void bury(ConsumerRecord<byte[], byte[]> unreadable) throws Exception {
    kafka
        .send(
            new ProducerRecord<>(
                Topics.deadLetters(unreadable.topic()),
                unreadable.partition(),
                Topics.timestamp(clock.instant()),
                unreadable.key(),
                unreadable.value()))
        .get(60, TimeUnit.SECONDS);
    log.warn("an unreadable record of {} went to the dead letters", unreadable.topic());
    buried.increment();
    alarms.raise(Alarm.DEAD_LETTERS, 1);
  }
}
