package org.termin.notifier.bus;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.event.ConsumerRetryAuthEvent;
import org.springframework.stereotype.Component;
import org.termin.contract.engine.BusRefusal;

/** Says in one sentence why Kafka does not let the notifier in; the listeners go on trying. */
@Component
final class BusRefused {
  private static final Logger log = LoggerFactory.getLogger(BusRefused.class);
  private static final int SECONDS = 20;

  private final KafkaAdmin admin;

  BusRefused(KafkaAdmin admin) {
    this.admin = admin;
  }

  @EventListener
  void refused(ConsumerRetryAuthEvent event) {
    // the event does not say what was wrong
    try (Admin broker = Admin.create(admin.getConfigurationProperties())) {
      broker.describeCluster().clusterId().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      BusRefusal.sentence(e).ifPresent(log::warn);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
