package org.termin.standalone.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.termin.contract.event.Topics;
import org.termin.database.Role;
import org.termin.standalone.Crowd;

/** Requests that are no requests, records nobody can read, statements that fail. */
final class Sabotage {
  /** Planted in Kafka and in the inbox, so only logs and metrics may be asked for it. */
  static final String POISON = "KanareikaAtruta7743";

  private final ChattyTermin termin;

  Sabotage(ChattyTermin termin) {
    this.termin = termin;
  }

  /** Everything that a door can refuse, and values where they do not belong. */
  void badRequests(Visitor visitor, String receipt) {
    String phone = Ordeal.ANNA;
    Map<String, Object> whole =
        Person.form(List.of(Person.sms(phone)), Map.of("passport", Ordeal.PASSPORT.toString()));
    for (String field : List.of("name", phone, Ordeal.FREE_TEXT)) {
      Map<String, Object> more = new LinkedHashMap<>(whole);
      more.put(field, Ordeal.FREE_TEXT);
      refused(visitor, "POST", "/api/v1/registrations", receipt, more);
    }
    for (String field : List.of("country", "wording", "language", "contacts", "people", "zone")) {
      for (Object value :
          List.of(phone, Ordeal.PASSPORT.toString(), 48512777041L, List.of(phone))) {
        Map<String, Object> spoilt = new LinkedHashMap<>(whole);
        spoilt.put(field, value);
        refused(visitor, "POST", "/api/v1/registrations", receipt, spoilt);
      }
    }
    for (String contact : List.of(Ordeal.BELARUSIAN, Ordeal.RUSSIAN_MAIL, Ordeal.FREE_TEXT)) {
      whole.put("contacts", List.of(Person.sms(contact), Person.email(contact)));
      refused(visitor, "POST", "/api/v1/registrations", receipt, whole);
    }
    for (String body :
        List.of(
            "{\"country\": " + Ordeal.FREE_ASCII,
            "\"" + phone + "\"",
            "{\"contacts\":[{\"channel\":\"sms\",\"value\":\"" + phone,
            phone.repeat(20_000))) {
      refused(visitor, "POST", "/api/v1/registrations", receipt, body);
      refused(visitor, "PUT", "/api/v1/registrations/current", receipt, body);
    }
    for (String header :
        List.of(Ordeal.FREE_ASCII, receipt.substring(5), receipt + receipt, phone, receipt + "Ö")) {
      visitor.api("GET", "/api/v1/registrations/current", header.replace("Ö", "-U"), "");
      assertThat(visitor.status()).isBetween(400, 499);
    }
    refused(visitor, "GET", "/api/v1/registrations/" + receipt, receipt, "");
    refused(visitor, "GET", "/api/v1/registrations/%2B" + phone.substring(1), receipt, "");
    refused(visitor, "POST", "/api/v1/registrations/" + phone + "/resend", receipt, "{}");
    visitor.send("POST", "/api/v1/registrations", phone + "/" + Ordeal.FREE_ASCII, phone);
    visitor.send("GET", "/be", "", "", "Accept", phone + "/x", "Host-Like", phone);
    visitor.send("GET", "/be", "", "", "Accept-Language", Ordeal.FREE_ASCII + ";q=" + phone);
    visitor.send("GET", "/be", "", "", "Cookie", "__Host-termin=" + Ordeal.FREE_ASCII + phone);
    visitor.send("GET", "/be", "", "", "Cookie", "a b=\"" + Ordeal.FREE_ASCII + "; @=" + phone);
    visitor.send("KANAREIKA7741", "/be/" + Ordeal.FREE_ASCII, "", phone);
    visitor.press("/be/enter", Map.of("receipt", Ordeal.FREE_TEXT, Ordeal.FREE_TEXT, receipt));
    visitor.press("/be/start/plan", Map.of("day0", phone, "country", Ordeal.FREE_TEXT));
  }

  private static void refused(
      Visitor visitor, String method, String path, String receipt, Object body) {
    assertThat(visitor.api(method, path, receipt, body).status()).isBetween(400, 499);
  }

  /** In each topic, as key, as value and as header. */
  void poison() {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", termin.supervisor.bus(),
            "key.serializer", ByteArraySerializer.class,
            "value.serializer", ByteArraySerializer.class);
    try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(settings)) {
      long day = Topics.timestamp(Clock.systemUTC().instant());
      for (String topic : List.of(Topics.REGISTRATIONS, Topics.EXPIRY_EVENTS, Topics.DELIVERIES)) {
        for (String value :
            List.of(
                POISON,
                "{\"reminderId\":\"" + POISON + "\",\"turn\":1}",
                "{\"id\":\"" + POISON + "\"}",
                "{\"" + POISON + "\":17}")) {
          var poisoned = new ProducerRecord<>(topic, null, day, bytes(POISON), bytes(value));
          poisoned.headers().add(POISON, bytes(POISON));
          producer.send(poisoned);
        }
      }
    }
  }

  /** Rows that the door's right can post and nobody can open. */
  void unreadableRows() {
    try (Connection door = termin.as(Role.TRACKER);
        PreparedStatement insert =
            door.prepareStatement("insert into door.inbox (id, sealed) values (?, ?)")) {
      for (String sealed : List.of(POISON.repeat(10), POISON.repeat(40))) {
        insert.setObject(1, UUID.randomUUID());
        insert.setBytes(2, bytes(sealed));
        insert.executeUpdate();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The door may not write, the notifier may not write, and both lose their connections. */
  void statementsFail(Person anna) {
    String door = Role.TRACKER.login();
    termin.asAdmin("revoke insert on door.inbox from " + door);
    Map<String, Object> whole =
        Person.form(
            List.of(Person.sms(Ordeal.ANNA)), Map.of("passport", Ordeal.PASSPORT.toString()));
    anna.visitor.api("POST", "/api/v1/registrations", "", whole);
    assertThat(anna.visitor.status()).isBetween(500, 599);
    anna.visitor.go("/be/start");
    termin.asAdmin("grant insert on door.inbox to " + door);

    String notifier = Role.NOTIFIER.login();
    termin.asAdmin("revoke update on people.record from " + notifier);
    anna.asks("PUT", "current", Map.of("wording", "discreet"));
    termin.asAdmin("grant update on people.record to " + notifier);
    termin.asAdmin(
        """
        select pg_terminate_backend(pid) from pg_stat_activity
         where usename in ('%s', '%s')
        """
            .formatted(door, notifier));
    await().atMost(Crowd.PATIENCE).until(() -> anna.asks("GET", "current", "") == 200);
  }
}
