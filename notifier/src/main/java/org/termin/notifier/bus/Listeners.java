package org.termin.notifier.bus;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.termin.contract.event.Event;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.InboxHint;
import org.termin.contract.event.Topics;

/** The two consumer groups. */
@Configuration
class Listeners {
  private final KafkaProperties kafka;
  private final BusSettings settings;
  private final DeadLetters deadLetters;

  Listeners(KafkaProperties kafka, BusSettings settings, DeadLetters deadLetters) {
    this.kafka = kafka;
    this.settings = settings;
    this.deadLetters = deadLetters;
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> intakeContainer(HintHandler hints) {
    return container(
        Topics.REGISTRATIONS,
        "termin-intake",
        InboxHint.class,
        batch -> {
          hints.look(batch.stream().map(InboxHint::messageId).toList());
          return batch.size();
        });
  }

  @Bean
  ConcurrentMessageListenerContainer<byte[], byte[]> deliveryContainer(
      ObjectProvider<DueHandler> due) {
    return container(
        Topics.EXPIRY_EVENTS, "termin-delivery", ExpiryDue.class, due.getObject()::take);
  }

  private <E extends Event> ConcurrentMessageListenerContainer<byte[], byte[]> container(
      String topic, String group, Class<E> type, ToIntFunction<List<E>> handler) {
    ContainerProperties properties = new ContainerProperties(topic);
    properties.setGroupId(group);
    properties.setAckMode(ContainerProperties.AckMode.MANUAL);
    properties.setMessageListener(new BatchReader<>(type, handler, deadLetters, settings));
    properties.setMissingTopicsFatal(false);
    // a paused consumer looks up this often
    properties.setPollTimeout(500);
    // a broker that is not there yet is a matter of waiting, not of stopping
    properties.setAuthExceptionRetryInterval(settings.longestPause());
    var container =
        new ConcurrentMessageListenerContainer<>(
            new DefaultKafkaConsumerFactory<byte[], byte[]>(consumer()), properties);
    container.setConcurrency(settings.concurrency());
    container.setBeanName(group);
    return container;
  }

  private Map<String, Object> consumer() {
    Map<String, Object> config = new HashMap<>(kafka.buildConsumerProperties());
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.batch());
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    // topics made after us, or made again, are seen soon
    config.put(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 10_000);
    return config;
  }
}
