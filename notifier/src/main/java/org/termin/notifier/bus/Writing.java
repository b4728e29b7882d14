package org.termin.notifier.bus;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.kafka.core.KafkaTemplate;
import org.termin.contract.event.Topics;
import org.termin.notifier.alarm.Alarms;

/** What the notifier writes to: its news, and the dead letters of what it reads. */
@Configuration
class Writing {
  @Bean
  NewTopics notifierTopics() {
    // the two it reads are declared here too: the notifier starts first
    return new NewTopics(
        topic(Topics.REGISTRATIONS, Topics.RETENTION.toMillis()),
        topic(Topics.EXPIRY_EVENTS, Topics.RETENTION.toMillis()),
        topic(Topics.DELIVERIES, Topics.RETENTION.toMillis()),
        topic(Topics.deadLetters(Topics.REGISTRATIONS), Topics.DEAD_LETTER_RETENTION.toMillis()),
        topic(Topics.deadLetters(Topics.EXPIRY_EVENTS), Topics.DEAD_LETTER_RETENTION.toMillis()));
  }

  @Bean
  KafkaTemplate<byte[], byte[]> bytesOut(KafkaProperties kafka) {
    Map<String, Object> config = new HashMap<>(kafka.buildProducerProperties());
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 15_000);
    return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(config));
  }

  @Bean
  DeadLetters deadLetters(
      KafkaTemplate<byte[], byte[]> bytesOut, Clock clock, Alarms alarms, MeterRegistry meters) {
    return new DeadLetters(bytesOut, clock, alarms, meters);
  }

  private static NewTopic topic(String name, long kept) {
    return TopicBuilder.name(name)
        .partitions(Topics.PARTITIONS)
        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(kept))
        .config(
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(Topics.MOST_AHEAD.toMillis()))
        .build();
  }
}
