package org.termin.notifier.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.support.Acknowledgment;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.ExpiryDue;

class BatchReaderTest {
  private static final BusSettings SETTINGS =
      new BusSettings(1, 200, Duration.ofMillis(5), Duration.ofSeconds(1), Duration.ofSeconds(60));
  private final Offsets offsets = new Offsets();
  private final List<Integer> buried = new ArrayList<>();
  private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("earliest");

  /** Remembers what would have been committed. */
  private static final class Offsets implements Acknowledgment {
    private final List<String> said = new ArrayList<>();

    @Override
    public void acknowledge() {
      said.add("all");
    }

    @Override
    public void nack(int index, Duration sleep) {
      said.add("from " + index + " after " + sleep);
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> records(int count, int... unreadable) {
    return IntStream.range(0, count)
        .mapToObj(
            at ->
                new ConsumerRecord<>(
                    "t",
                    0,
                    at,
                    new byte[0],
                    IntStream.of(unreadable).anyMatch(bad -> bad == at)
                        ? new byte[] {1}
                        : EventJson.write(new ExpiryDue(UUID.randomUUID(), 1))))
        .toList();
  }

  private BatchReader<ExpiryDue> reader(DueHandler handler) {
    return new BatchReader<>(
        ExpiryDue.class, handler::take, record -> buried.add((int) record.offset()), SETTINGS);
  }

  @Test
  void whatIsTakenIsCommitted() {
    reader(List::size).onMessage(records(5), offsets, consumer);
    assertThat(offsets.said).containsExactly("all");
  }

  @Test
  void theRestIsOfferedAgainFromItsOwnPlace() {
    // the records at 0 and 2 are unreadable, so the third event is the record at 4
    reader(_ -> 2).onMessage(records(6, 0, 2), offsets, consumer);
    assertThat(buried).containsExactly(0, 2);
    assertThat(offsets.said).containsExactly("from 4 after PT0.005S");
  }

  /** The container resumes only what it found running when it paused. */
  @Test
  void aPartitionThatRestsFromAnEarlierRefusalIsNotForgotten() {
    TopicPartition earlier = new TopicPartition("t", 0);
    TopicPartition later = new TopicPartition("t", 1);
    consumer.assign(List.of(earlier, later));
    consumer.pause(List.of(earlier));
    Acknowledgment atTheNack =
        new Acknowledgment() {
          @Override
          public void acknowledge() {
            throw new AssertionError("nothing was taken");
          }

          @Override
          public void nack(int index, Duration sleep) {
            assertThat(consumer.paused()).isEmpty();
            offsets.nack(index, sleep);
          }
        };
    reader(_ -> 0).onMessage(records(1), atTheNack, consumer);
    reader(
            _ -> {
              throw new IllegalStateException();
            })
        .onMessage(records(1), atTheNack, consumer);
    assertThat(offsets.said).hasSize(2);
  }

  @Test
  void nothingButPoisonIsCommittedToo() {
    reader(_ -> 0).onMessage(records(2, 0, 1), offsets, consumer);
    assertThat(offsets.said).containsExactly("all");
  }

  @Test
  void whatWaitsBehindTheRestIsBuriedOnceHoweverOftenItIsOffered() {
    AtomicInteger permits = new AtomicInteger();
    BatchReader<ExpiryDue> reader = reader(events -> Math.min(events.size(), permits.get()));
    List<ConsumerRecord<byte[], byte[]>> records = records(3, 1);
    IntStream.range(0, 5).forEach(_ -> reader.onMessage(records, offsets, consumer));
    permits.set(2);
    reader.onMessage(records, offsets, consumer);
    assertThat(buried).containsExactly(1);
    assertThat(offsets.said).hasSize(6).endsWith("all");
  }

  /** A topic that was deleted and made again counts from the beginning. */
  @Test
  void theSamePlaceIsBuriedAnewOnceItsBatchIsCommitted() {
    BatchReader<ExpiryDue> reader = reader(List::size);
    reader.onMessage(records(1, 0), offsets, consumer);
    reader.onMessage(records(1, 0), offsets, consumer);
    assertThat(buried).containsExactly(0, 0);
  }

  @Test
  void failuresPauseLongerAndLongerUpToAMinute() {
    BatchReader<ExpiryDue> reader =
        reader(
            _ -> {
              throw new StackOverflowError();
            });
    IntStream.range(0, 8).forEach(_ -> reader.onMessage(records(1), offsets, consumer));
    assertThat(offsets.said)
        .startsWith("from 0 after PT1S", "from 0 after PT2S", "from 0 after PT4S")
        .endsWith("from 0 after PT1M");
  }
}
