package org.termin.notifier.bus;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.termin.contract.event.CloudEventHeaders;
import org.termin.contract.event.DeliveryChanged;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.Topics;

/** Delivery news over Kafka, on a thread of their own: a broker that is away delays no reminder. */
@Component
final class KafkaNews implements News, DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(KafkaNews.class);
  private static final int WAITING = 1_000;
  private final KafkaTemplate<byte[], byte[]> kafka;
  private final Clock clock;
  private final ThreadPoolExecutor voice =
      new ThreadPoolExecutor(
          1,
          1,
          1,
          TimeUnit.MINUTES,
          new ArrayBlockingQueue<>(WAITING),
          work -> new Thread(work, "news"),
          new ThreadPoolExecutor.DiscardPolicy());

  KafkaNews(KafkaTemplate<byte[], byte[]> kafka, Clock clock) {
    this.kafka = kafka;
    this.clock = clock;
  }

  @Override
  public void changed(Collection<DeliveryChanged> changes) {
    List<DeliveryChanged> news = List.copyOf(changes);
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              voice.execute(() -> news.forEach(KafkaNews.this::say));
            }
          });
    } else {
      voice.execute(() -> news.forEach(this::say));
    }
  }

  private void say(DeliveryChanged change) {
    try {
      ProducerRecord<byte[], byte[]> record =
          new ProducerRecord<>(
              Topics.of(change),
              null,
              Topics.timestamp(clock.instant()),
              change.key().toString().getBytes(US_ASCII),
              EventJson.write(change));
      CloudEventHeaders.of(change).forEach((name, value) -> record.headers().add(name, value));
      var _ = kafka.send(record);
    } catch (RuntimeException e) {
      log.debug("news not told: {}", e.getClass().getSimpleName());
    }
  }

  @Override
  public void destroy() {
    voice.shutdown();
  }
}
