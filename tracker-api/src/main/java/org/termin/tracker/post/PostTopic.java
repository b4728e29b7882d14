package org.termin.tracker.post;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.TopicBuilder;
import org.termin.contract.event.Topics;

/** The one topic the door writes to, as it has to be. */
@Configuration(proxyBeanMethods = false)
class PostTopic {
  @Bean
  NewTopic registrations() {
    return TopicBuilder.name(Topics.REGISTRATIONS)
        .partitions(Topics.PARTITIONS)
        .config(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE)
        .config(TopicConfig.RETENTION_MS_CONFIG, Long.toString(Topics.RETENTION.toMillis()))
        .config(
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            Long.toString(Topics.MOST_AHEAD.toMillis()))
        .build();
  }
}
