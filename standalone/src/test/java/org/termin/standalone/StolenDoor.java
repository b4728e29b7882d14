package org.termin.standalone;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.termin.contract.event.EventJson;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.event.InboxHint;
import org.termin.contract.event.Topics;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.Proof;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.Action;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.database.Role;
import org.termin.standalone.Crowd.Posted;
import org.termin.testkit.Forgery;
import org.termin.testkit.Samples;

/**
 * Somebody who holds the door's password, its public key, a Kafka producer and every row the door
 * ever posted, and uses them against people who are not talking to the door.
 */
final class StolenDoor {
  private static final int MOST_PEOPLE = 1_000;
  private static final Contact ELSEWHERE = Contact.of("+48699999999");
  private final Crowd crowd;
  private final String bus;
  private final Proof own = ReceiptCode.random().proof();
  private int seen;

  StolenDoor(Crowd crowd, String bus) {
    this.crowd = crowd;
    this.bus = bus;
  }

  /** One value over every column of every record. */
  String fingerprint() {
    try (Connection eyes = crowd.as(Role.NOTIFIER);
        PreparedStatement all =
            eyes.prepareStatement(
                """
                select md5(string_agg(md5(r::text), ',' order by r.id)) || ' ' || count(*)
                  from people.record r
                """);
        ResultSet row = all.executeQuery()) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every attack on every person, a thousand at most; how many there were. */
  int tryEverything(int hints) {
    List<Posted> forged = new ArrayList<>();
    // what the door once posted, posted again under its own id
    List<Posted> old = crowd.posted();
    forged.addAll(old.subList(0, Math.min(old.size(), 2 * MOST_PEOPLE)));
    for (UUID person : crowd.people().keySet().stream().limit(MOST_PEOPLE).toList()) {
      forged.addAll(forgeries(person));
      // a sealed row under another id, and a new row under a person's id
      forged.add(new Posted(UUID.randomUUID(), old.get(forged.size() % old.size()).sealed()));
    }
    crowd.insert(forged);
    hint(hints);
    int refused = statements() + lookUps();
    await()
        .atMost(Crowd.PATIENCE)
        .pollInterval(Duration.ofSeconds(1))
        .until(() -> crowd.count("select count(*) from door.inbox where tries = 0") == 0);
    return forged.size() + refused;
  }

  private Posted post(org.termin.contract.sealed.Message message) {
    return crowd.seal(UUID.randomUUID(), message);
  }

  /** Everything that can be said about somebody, with a proof and versions that are not theirs. */
  private List<Posted> forgeries(UUID person) {
    List<Posted> forged = new ArrayList<>();
    ContactChange.Replace replaced = new ContactChange.Replace(0, ELSEWHERE);
    for (int version : List.of(1, 2, 3, 4_711)) {
      forged.add(post(redirect(person, version, replaced)));
      forged.add(post(redirect(person, version, new ContactChange.Add(ELSEWHERE))));
    }
    for (Action action : List.of(Action.ERASE, Action.PAUSE, Action.RESUME, Action.SAMPLE)) {
      forged.add(post(Act.plain(person, own, 2, action)));
    }
    for (Action action : List.of(Action.FILED, Action.DONE, Action.LOST)) {
      forged.add(post(Act.on(person, own, 2, action, 1, null)));
    }
    forged.add(post(Act.later(person, own, 2, 1, 4)));
    forged.add(post(Act.newCode(person, own, 2, ReceiptCode.random())));
    forged.add(post(new Confirm(person, own, 0, "000000")));
    forged.add(post(new Resend(person, own, 0)));
    forged.add(post(new Unsubscribe(person.toString().repeat(2))));
    for (var spoil : Forgery.withoutProof()) {
      forged.add(crowd.seal(redirect(person, 2, replaced), spoil));
      forged.add(crowd.seal(Act.plain(person, own, 2, Action.ERASE), spoil));
    }
    return forged;
  }

  private Change redirect(UUID person, int version, ContactChange contact) {
    return new Change(
        person,
        own,
        version,
        Samples.passport("PL", LocalDate.of(2030, 1, 1)),
        List.of(contact),
        Wording.CLEAR,
        Language.RU,
        ZoneId.of("Europe/Warsaw"),
        new Consents(true, false),
        CommunityChange.KEEP,
        "ліса");
  }

  /** Asks for views by what a thief has of a person: ids, and codes of their own making. */
  private int lookUps() {
    try (Connection door = crowd.as(Role.TRACKER);
        PreparedStatement ask =
            door.prepareStatement("select count(*) from people.person_view(?)")) {
      for (UUID person : crowd.people().keySet()) {
        for (byte[] lookup :
            List.of(
                ReceiptCode.random().lookup().bytes(),
                Arrays.copyOf(person.toString().getBytes(StandardCharsets.US_ASCII), 32))) {
          ask.setBytes(1, lookup);
          try (ResultSet row = ask.executeQuery()) {
            row.next();
            seen += row.getInt(1);
          }
        }
      }
      return 2 * crowd.people().size();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many views were found. */
  int seen() {
    return seen;
  }

  /** So many records that are no event of the topics the notifier reads, in each of them. */
  void poison(int count) {
    try (KafkaProducer<byte[], byte[]> forger = producer()) {
      for (int n = 0; n < count; n++) {
        String id = UUID.randomUUID().toString();
        for (String topic : List.of(Topics.REGISTRATIONS, Topics.EXPIRY_EVENTS)) {
          long day = Topics.timestamp(java.time.Clock.systemUTC().instant());
          byte[] key = id.getBytes(StandardCharsets.UTF_8);
          byte[] value = "{\"v\":%d}".formatted(n).getBytes(StandardCharsets.UTF_8);
          forger.send(new ProducerRecord<>(topic, null, day, key, value));
        }
      }
    }
  }

  private void hint(int count) {
    List<UUID> known = List.copyOf(crowd.people().keySet());
    try (KafkaProducer<byte[], byte[]> forger = producer()) {
      for (int n = 0; n < count; n++) {
        UUID id = n % 2 == 0 ? UUID.randomUUID() : known.get(n % known.size());
        byte[] key = id.toString().getBytes(StandardCharsets.UTF_8);
        long day = Topics.timestamp(java.time.Clock.systemUTC().instant());
        forger.send(
            new ProducerRecord<>(
                Topics.REGISTRATIONS, null, day, key, EventJson.write(new InboxHint(id))));
        forger.send(
            new ProducerRecord<>(
                Topics.EXPIRY_EVENTS, null, day, key, EventJson.write(new ExpiryDue(id, 1))));
      }
    }
  }

  private KafkaProducer<byte[], byte[]> producer() {
    return new KafkaProducer<>(
        Map.of(
            "bootstrap.servers", bus,
            "key.serializer", ByteArraySerializer.class,
            "value.serializer", ByteArraySerializer.class));
  }

  /** Everything the door could try on the tables themselves is refused by the store. */
  private int statements() {
    List<String> all =
        List.of(
            "update people.record set state = 3",
            "update people.record set version = version + 1",
            "update people.record set key_epoch = 9",
            "update people.record set lookup = sha256('x')",
            "update people.record set record = view, view = record",
            "update people.record set wake_at = now()",
            "delete from people.record",
            "select * from people.record",
            "select count(*) from people.record",
            "select * from people.contact_index",
            "insert into people.contact_index select * from people.contact_index",
            "delete from people.stopped",
            "update people.verification set tries = 0",
            "delete from people.budget",
            "update ledger.reminder set state = 'CANCELLED'",
            "update ledger.reminder set wake_at = now()",
            "select * from ledger.reminder",
            "update ledger.attempt set state = 'DELIVERED'",
            "select * from door.inbox",
            "delete from door.inbox",
            "update door.inbox set tries = 0",
            "select * from door.answer",
            "insert into door.answer values (gen_random_uuid(), 'DONE')");
    for (String sql : all) {
      assertThatThrownBy(
              () -> {
                try (Connection door = crowd.as(Role.TRACKER);
                    Statement statement = door.createStatement()) {
                  statement.execute(sql);
                }
              })
          .as(sql)
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
    return all.size();
  }
}
