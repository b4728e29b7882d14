package org.termin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBusTest {
  @TempDir Path folder;

  @Test
  void keepsWhatWasAcknowledgedWhenTheBrokerIsKilled() throws Exception {
    EmbeddedBus first = EmbeddedBus.start(folder.resolve("kafka"));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", first.bootstrapServers()))) {
      admin.createTopics(List.of(new NewTopic("t", 2, (short) 1))).all().get();
    }
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", first.bootstrapServers(), "acks", "all"),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>("t", "k", "v")).get();
    }
    first.kill();
    assertThat(first.alive()).isFalse();
    try (EmbeddedBus second = EmbeddedBus.start(folder.resolve("kafka"), first.port())) {
      assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
      assertThat(readAll(second)).containsExactly("v");
      assertThatThrownBy(() -> EmbeddedBus.start(folder.resolve("kafka")))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("in use");
    }
  }

  @Test
  void endsWithTheProcessThatStartedIt() throws Exception {
    Process parent =
        new ProcessBuilder(
                ChildJava.main(
                    ShortLivedParent.class,
                    List.of("-Xmx64m"),
                    List.of(folder.resolve("kafka").toString())))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String pid = parent.inputReader().readLine();
    Optional<ProcessHandle> broker = ProcessHandle.of(Long.parseLong(pid));
    parent.destroyForcibly();
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() -> !broker.map(ProcessHandle::isAlive).orElse(false));
  }

  /** Starts a broker, says its process id, and waits to be killed. */
  static final class ShortLivedParent {
    private ShortLivedParent() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(EmbeddedBus.start(Path.of(arguments[0])).pid());
      Thread.currentThread().join();
    }
  }

  private static List<String> readAll(EmbeddedBus bus) {
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers",
                bus.bootstrapServers(),
                "group.id",
                "g",
                "auto.offset.reset",
                "earliest"),
            new StringDeserializer(),
            new StringDeserializer())) {
      consumer.subscribe(List.of("t"));
      List<String> read = new ArrayList<>();
      await()
          .atMost(Duration.ofMinutes(2))
          .until(
              () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(one -> read.add(one.value()));
                return !read.isEmpty();
              });
      return read;
    }
  }
}
