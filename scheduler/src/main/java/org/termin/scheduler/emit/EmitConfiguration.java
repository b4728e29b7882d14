package org.termin.scheduler.emit;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.support.ProducerListener;
import org.termin.contract.event.Topics;

/** The topic and the producer of due reminders. */
@Configuration
class EmitConfiguration {
  @Bean
  NewTopic expiryEvents() {
    return TopicBuilder.name(Topics.EXPIRY_EVENTS)
        .partitions(Topics.PARTITIONS)
        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
        .config(TopicConfig.RETENTION_MS_CONFIG, String.valueOf(Topics.RETENTION.toMillis()))
        .config(
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(Topics.MOST_AHEAD.toMillis()))
        .build();
  }

  @Bean
  DefaultKafkaProducerFactory<String, byte[]> producers(KafkaProperties kafka) {
    var settings = kafka.buildProducerProperties();
    settings.putAll(
        Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 5,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 5_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 60_000));
    var producers =
        new DefaultKafkaProducerFactory<>(
            settings, new StringSerializer(), new ByteArraySerializer());
    // every record is waited for, so there is nothing to flush when a producer is given up
    producers.setPhysicalCloseTimeout(1);
    return producers;
  }

  @Bean
  KafkaTemplate<String, byte[]> bus(DefaultKafkaProducerFactory<String, byte[]> producers) {
    var bus = new KafkaTemplate<>(producers);
    // the default one writes every failed record into the log; a failure is counted and told once
    bus.setProducerListener(new ProducerListener<>() {});
    return bus;
  }
}
