package org.termin.scheduler.emit;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import org.termin.contract.engine.BusRefusal;

/** The topic of due reminders, made again when somebody has deleted it. */
@Component
public class ExpiryTopic {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Logger LOG = LoggerFactory.getLogger(ExpiryTopic.class);

  private final NewTopic declared;
  private final KafkaAdmin admin;

  ExpiryTopic(NewTopic declared, KafkaAdmin admin) {
    this.declared = declared;
    this.admin = admin;
  }

  /** True when the topic was missing and has just been made. */
  public boolean makeIfMissing() {
    try (var broker = Admin.create(admin.getConfigurationProperties())) {
      // without its own limit, closing the client would wait a minute for the answer
      var limit = new CreateTopicsOptions().timeoutMs((int) PATIENCE.toMillis());
      broker.createTopics(List.of(declared), limit).all().get();
      LOG.info("Made the topic {}.", declared.name());
      return true;
    } catch (ExecutionException existsOrNoBroker) {
      BusRefusal.sentence(existsOrNoBroker).ifPresent(LOG::warn);
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
