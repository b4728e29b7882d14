package org.termin.notifier.bus;

import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes the topics again where a broker came late or lost its data. */
@Component
final class TopicKeeper {
  private final KafkaAdmin admin;

  TopicKeeper(KafkaAdmin admin) {
    this.admin = admin;
  }

  @Scheduled(initialDelay = 15_000, fixedDelay = 30_000)
  void look() {
    admin.initialize();
  }
}
