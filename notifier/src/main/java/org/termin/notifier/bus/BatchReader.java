package org.termin.notifier.bus;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.BatchAcknowledgingConsumerAwareMessageListener;
import org.springframework.kafka.support.Acknowledgment;
import org.termin.contract.event.Event;
import org.termin.contract.event.EventJson;

/**
 * Reads batches of bytes: the unreadable go to the dead letters at once, the rest to the handler.
 * What the handler could not take yet is offered again after a pause in which the consumer polls
 * on.
 */
final class BatchReader<E extends Event>
    implements BatchAcknowledgingConsumerAwareMessageListener<byte[], byte[]> {
  private static final Logger log = LoggerFactory.getLogger(BatchReader.class);
  private final Class<E> type;
  private final ToIntFunction<List<E>> handler;
  private final Burial deadLetters;
  private final BusSettings settings;
  private final ThreadLocal<Duration> pause;

  /** What this thread has put aside of records that it was offered again or may be. */
  private final ThreadLocal<Set<Grave>> graves = ThreadLocal.withInitial(HashSet::new);

  private record Grave(TopicPartition partition, long offset) {}

  /** Takes an unreadable record out of the way, durably. */
  interface Burial {
    void bury(ConsumerRecord<byte[], byte[]> unreadable) throws Exception;
  }

  BatchReader(
      Class<E> type, ToIntFunction<List<E>> handler, Burial deadLetters, BusSettings settings) {
    this.type = type;
    this.handler = handler;
    this.deadLetters = deadLetters;
    this.settings = settings;
    this.pause = ThreadLocal.withInitial(settings::firstPause);
  }

  @Override
  public void onMessage(
      List<ConsumerRecord<byte[], byte[]>> records,
      @Nullable Acknowledgment acknowledgment,
      @Nullable Consumer<?, ?> reading) {
    Acknowledgment offsets = Objects.requireNonNull(acknowledgment);
    Consumer<?, ?> consumer = Objects.requireNonNull(reading);
    List<E> events = new ArrayList<>(records.size());
    List<Integer> places = new ArrayList<>(records.size());
    try {
      for (int place = 0; place < records.size(); place++) {
        Optional<E> event = read(records.get(place));
        if (event.isPresent()) {
          events.add(event.get());
          places.add(place);
        } else {
          buryOnce(records.get(place));
        }
      }
      int taken = events.isEmpty() ? 0 : handler.applyAsInt(events);
      pause.remove();
      if (taken < events.size()) {
        offerAgain(offsets, consumer, places.get(Math.max(0, taken)), settings.noPermit());
      } else {
        graves.remove();
        offsets.acknowledge();
      }
    } catch (Throwable failure) {
      // an Error that left this method would end the container, and with it all reminders
      log.error("{} could not be handled ({}); trying again", type.getSimpleName(), kind(failure));
      log.debug("what happened", failure);
      Duration wait = pause.get();
      Duration next = wait.multipliedBy(2);
      pause.set(next.compareTo(settings.longestPause()) > 0 ? settings.longestPause() : next);
      offerAgain(offsets, consumer, 0, wait);
    }
  }

  /**
   * The container pauses what it reads and resumes later what this pause has stopped. Partitions
   * that came during an earlier pause may be read while that one lasts; refused as well, they would
   * make the container forget the earlier ones, and nobody would ever read those again.
   */
  private static void offerAgain(
      Acknowledgment offsets, Consumer<?, ?> consumer, int place, Duration pause) {
    consumer.resume(consumer.paused());
    offsets.nack(place, pause);
  }

  /** Whoever waits for a permit or a store is offered often; what lies among them is said once. */
  private void buryOnce(ConsumerRecord<byte[], byte[]> unreadable) throws Exception {
    Grave grave =
        new Grave(
            new TopicPartition(unreadable.topic(), unreadable.partition()), unreadable.offset());
    if (!graves.get().contains(grave)) {
      deadLetters.bury(unreadable);
      graves.get().add(grave);
    }
  }

  private Optional<E> read(ConsumerRecord<byte[], byte[]> record) {
    byte[] value = record.value();
    return value == null ? Optional.empty() : EventJson.read(type, value);
  }

  private static String kind(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getClass().getSimpleName();
  }
}
