package org.termin.tracker.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.InboxHint;
import org.termin.contract.event.Topics;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Answer;
import org.termin.database.Role;
import org.termin.testkit.TestBus;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import org.termin.tracker.http.Requests;

class PostTest {
  @Test
  void sealsWhatAPersonEntersAndHintsAtItsIdOnly() {
    Door door = Door.with();
    var created =
        door.post("/api/v1/registrations", Door.json(Requests.registration("+48512200001")));
    UUID id = UUID.fromString(Door.json(created).get("id").asString());
    byte[] sealed =
        door.store
            .jdbc(Role.NOTIFIER)
            .sql("select sealed from door.inbox where id = ?")
            .param(id)
            .query(byte[].class)
            .single();
    assertThat(sealed).hasSize(2_101);
    assertThat(new String(sealed, java.nio.charset.StandardCharsets.ISO_8859_1))
        .doesNotContain("512200001");
    assertThat(MessageSeal.open(door.keys, id, sealed))
        .isInstanceOfSatisfying(
            Opened.class, opened -> assertThat(opened.value()).isInstanceOf(Register.class));
    ConsumerRecord<byte[], byte[]> hint = hint(id);
    assertThat(EventJson.read(InboxHint.class, hint.value())).hasValue(new InboxHint(id));
    assertThat(hint.timestamp() % Duration.ofDays(1).toMillis()).isZero();
    assertThat(hint.headers().toArray())
        .extracting(header -> header.key())
        .containsExactly("ce_id", "ce_source", "ce_type", "ce_specversion");
    door.context.close();
  }

  private static ConsumerRecord<byte[], byte[]> hint(UUID id) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", TestBus.shared().bootstrapServers());
    settings.put("group.id", TestBus.uniqueGroup());
    settings.put("auto.offset.reset", "earliest");
    try (var consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.subscribe(List.of(Topics.REGISTRATIONS));
      var found = new java.util.concurrent.atomic.AtomicReference<ConsumerRecord<byte[], byte[]>>();
      await()
          .atMost(Duration.ofSeconds(120))
          .until(
              () -> {
                consumer
                    .poll(Duration.ofMillis(500))
                    .forEach(
                        record -> {
                          if (new String(record.key(), java.nio.charset.StandardCharsets.US_ASCII)
                              .equals(id.toString())) {
                            found.set(record);
                          }
                        });
                return found.get() != null;
              });
      return found.get();
    }
  }

  @Test
  void takesSignUpsWhileTheBrokerIsAway() {
    Door door = Door.withoutBroker();
    long start = System.nanoTime();
    for (int i = 0; i < 3; i++) {
      var created =
          door.post("/api/v1/registrations", Door.json(Requests.registration("+4851220100" + i)));
      assertThat(created.statusCode()).isEqualTo(201);
    }
    // A blocked producer would cost each of them its full time-out of 60 seconds.
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    assertThat(door.inbox()).isEqualTo(3);
    door.context.close();
  }

  @Test
  void isNotReadyUntilAPublicKeyExists() throws IOException {
    Door door = Door.withoutKey();
    String readiness = door.management + "/actuator/health/readiness";
    assertThat(door.get(readiness).statusCode()).isEqualTo(503);
    var early =
        door.post("/api/v1/registrations", Door.json(Requests.registration("+48512200003")));
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(Door.json(early).get("type").asString()).endsWith("/not-ready");
    assertThat(door.inbox()).isZero();
    door.giveKey();
    assertThat(door.get(readiness).statusCode()).isEqualTo(200);
    assertThat(
            door.post("/api/v1/registrations", Door.json(Requests.registration("+48512200003")))
                .statusCode())
        .isEqualTo(201);
    door.context.close();
  }

  @Test
  void saysReceivedWhenNobodyAnswersInTime() {
    Door door = Door.with("--termin.answer.within=200ms");
    var response =
        door.post(
            "/api/v1/registrations/" + UUID.randomUUID() + "/confirmations",
            Door.json(Map.of("slot", 0, "code", "123456")),
            "Authorization",
            "Receipt " + ReceiptCode.random().display());
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(response.body()).isEqualTo("{\"result\":\"received\"}");
    door.context.close();
  }

  @Test
  void saysReceivedAtOnceToWhoFindsNoPlaceToWait() throws Exception {
    Door door = Door.with("--termin.answer.within=60s", "--termin.answer.waiting=1");
    Post post = door.context.getBean(Post.class);
    var waiting =
        CompletableFuture.supplyAsync(() -> post.ask(confirmation()), Thread::startVirtualThread);
    await().atMost(Duration.ofSeconds(60)).until(() -> door.inbox() == 1);
    assertThat(post.ask(confirmation())).isEqualTo(new Reply.Received());
    assertThat(door.inbox()).isEqualTo(2);
    assertThat(waiting).isNotDone();
    StandIn.of(door);
    assertThat(waiting.get(60, TimeUnit.SECONDS)).isEqualTo(new Reply.Judged(Answer.WRONG));
    // the place is free again
    assertThat(post.ask(confirmation())).isEqualTo(new Reply.Judged(Answer.WRONG));
    door.context.close();
  }

  private static Confirm confirmation() {
    return new Confirm(UUID.randomUUID(), ReceiptCode.random().proof(), 0, "123456");
  }

  @Test
  void handsOnTheWordTheNotifierLeft() {
    Door door = Door.shared();
    Post post = door.context.getBean(Post.class);
    assertThat(post.ask(confirmation())).isEqualTo(new Reply.Judged(Answer.WRONG));
    assertThat(Door.standIn().seen).isNotEmpty();
  }
}
