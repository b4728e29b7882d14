package org.termin.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.Message;
import org.termin.contract.sealed.MessageSeal;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.Proof;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.Situation;
import org.termin.database.Role;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.testkit.Forgery;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody who has taken the door over: its database role, the public key, a way to hint. Nothing
 * they do changes a record of people who do not talk to the door meanwhile.
 */
class ForgeryTest {
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));
  private static TestStore store;
  private static Rooms rooms;
  private final ReceiptCode attackers = ReceiptCode.random();
  private final Map<UUID, ReceiptCode> people = new HashMap<>();
  private List<Map<String, Object>> before = List.of();

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store, new org.termin.guidance.Guidance(1, Map.of()), Map.of());
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void fivePeople() {
    store.clear();
    rooms.outbox().clear();
    people.clear();
    for (int n = 1; n <= 5; n++) {
      ReceiptCode code = ReceiptCode.random();
      UUID id = rooms.post(Samples.register(code, PASSPORT, Samples.mail(n)));
      rooms.get(Intake.class).look(List.of(id));
      rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
      people.put(id, code);
    }
    before = records();
    rooms.outbox().clear();
  }

  private static List<Map<String, Object>> records() {
    return rooms
        .db()
        .sql(
            """
            select id, version, state, key_epoch, encode(lookup, 'hex') as lookup,
                   encode(record, 'hex') as record, encode(view, 'hex') as view, wake_at
              from people.record order by id
            """)
        .query()
        .listOfRows();
  }

  private void nothingChanged() {
    rooms.get(Intake.class).sweep();
    assertThat(records()).isEqualTo(before);
    assertThat(rooms.outbox().sent()).isEmpty();
  }

  private UUID victim() {
    return people.keySet().iterator().next();
  }

  private PersonRecord content() {
    return rooms.get(Records.class).open(victim()).here().map(Person::content).orElseThrow();
  }

  private Change redirect(Proof proof, ContactChange contact) {
    PersonRecord now = content();
    return new Change(
        victim(),
        proof,
        2,
        PASSPORT,
        List.of(contact),
        now.wording(),
        now.language(),
        now.zone(),
        now.consents(),
        CommunityChange.KEEP,
        now.codeWord());
  }

  @Test
  void redirectingWithoutTheProofIsWrong() {
    ContactChange elsewhere = new ContactChange.Replace(0, Samples.polishPhone(666));
    assertThat(rooms.say(redirect(attackers.proof(), elsewhere))).isEqualTo("WRONG");
    assertThat(rooms.say(redirect(attackers.proof(), new ContactChange.Keep(0))))
        .isEqualTo("WRONG");
    nothingChanged();
  }

  @Test
  void noActionWorksWithoutTheProof() {
    for (Action action : List.of(Action.PAUSE, Action.RESUME, Action.SAMPLE, Action.ERASE)) {
      assertThat(rooms.say(Act.plain(victim(), attackers.proof(), 2, action))).isEqualTo("WRONG");
    }
    for (Action action : List.of(Action.FILED, Action.DONE, Action.LOST)) {
      assertThat(rooms.say(Act.on(victim(), attackers.proof(), 2, action, 1, null)))
          .isEqualTo("WRONG");
    }
    assertThat(rooms.say(Act.later(victim(), attackers.proof(), 2, 1, 4))).isEqualTo("WRONG");
    assertThat(rooms.say(Act.newCode(victim(), attackers.proof(), 2, ReceiptCode.random())))
        .isEqualTo("WRONG");
    nothingChanged();
  }

  @Test
  void aMessageWithoutAnyProofIsNone() {
    UUID id = victim();
    Proof theirs = people.get(id).proof();
    ContactChange elsewhere = new ContactChange.Replace(0, Samples.polishPhone(666));
    // right in everything, but for the proof that is taken out
    List<Message> right =
        List.of(
            redirect(theirs, elsewhere),
            Act.plain(id, theirs, 2, Action.ERASE),
            Act.plain(id, theirs, 2, Action.PAUSE),
            Act.on(id, theirs, 2, Action.FILED, 1, null),
            Act.later(id, theirs, 2, 1, 4),
            Act.newCode(id, theirs, 2, attackers),
            new Confirm(id, theirs, 0, "123456"),
            new Resend(id, theirs, 0));
    for (Message message : right) {
      for (Consumer<ObjectNode> spoil : Forgery.withoutProof()) {
        assertThat(say(message, spoil)).isEqualTo("INVALID");
      }
    }
    nothingChanged();
    // the same bytes do act where nothing is taken out
    assertThat(say(Act.plain(id, theirs, 2, Action.PAUSE), _ -> {})).isEqualTo("DONE");
  }

  private String say(Message message, Consumer<ObjectNode> spoil) {
    UUID row = UUID.randomUUID();
    rooms.post(
        row, Forgery.seal(rooms.get(Keyring.class).newest().publicKey(), row, message, spoil));
    rooms.get(Intake.class).look(List.of(row));
    return rooms.answer(row);
  }

  @Test
  void whatTheDoorCanReadProvesNothing() {
    // lookup and view key pass through the door; neither is the proof, nor is the proof's hash
    ReceiptCode code = people.get(victim());
    for (byte[] known :
        List.of(code.lookup().bytes(), code.view().bytes(), code.proofHash().bytes())) {
      assertThat(rooms.say(Act.plain(victim(), Proof.of(known), 2, Action.ERASE)))
          .isEqualTo("WRONG");
    }
    nothingChanged();
  }

  @Test
  void codesAreNeitherSentNorConfirmedWithoutTheProof() {
    assertThat(rooms.say(new Resend(victim(), attackers.proof(), 0))).isEmpty();
    assertThat(rooms.say(new Confirm(victim(), attackers.proof(), 0, "123456"))).isEqualTo("WRONG");
    nothingChanged();
  }

  @Test
  void aRegistrationCannotTakeAnothersPlace() {
    Register mine = Samples.register(attackers, PASSPORT, Samples.polishPhone(666));
    Keyring keys = rooms.get(Keyring.class);
    rooms.post(victim(), MessageSeal.seal(keys.newest().publicKey(), victim(), mine));
    ReceiptCode theirs = people.get(victim());
    rooms.post(
        new Register(
            theirs.lookup(),
            attackers.view(),
            attackers.proofHash(),
            PASSPORT,
            List.of(Samples.polishPhone(667)),
            mine.wording(),
            mine.language(),
            mine.zone(),
            mine.consents(),
            null));
    nothingChanged();
  }

  @Test
  void anOldMessageOfTheOwnerDoesNotWorkAgain() {
    UUID id = victim();
    ReceiptCode code = people.get(id);
    UUID message = UUID.randomUUID();
    byte[] sealed =
        MessageSeal.seal(
            rooms.get(Keyring.class).newest().publicKey(),
            message,
            Act.plain(id, code.proof(), 2, Action.PAUSE));
    rooms.post(message, sealed);
    rooms.get(Intake.class).look(List.of(message));
    rooms.say(Act.plain(id, code.proof(), 3, Action.RESUME));
    before = records();
    // the very row again, and its bytes under other ids
    rooms.post(message, sealed);
    IntStream.range(0, 20).forEach(_ -> rooms.post(UUID.randomUUID(), sealed));
    nothingChanged();
  }

  @Test
  void garbageIsAnsweredOnceAndPutAside() {
    UUID id = UUID.randomUUID();
    rooms.post(id, new byte[2101]);
    rooms.post(UUID.randomUUID(), new byte[] {1, 0, 0, 0, 1});
    rooms.post(UUID.randomUUID(), new byte[] {1, 127, 0, 0, 9, 5, 5, 5});
    rooms.get(Intake.class).sweep();
    assertThat(rooms.answer(id)).isEqualTo("INVALID");
    assertThat(
            rooms
                .db()
                .sql("select count(*) from door.inbox where tries = 1 and wake_at > app.now()")
                .query(Integer.class)
                .single())
        .isEqualTo(3);
    nothingChanged();
  }

  @Test
  void forgedHintsAndTokensFindNothing() {
    rooms
        .get(Intake.class)
        .look(IntStream.range(0, 10_000).mapToObj(_ -> UUID.randomUUID()).toList());
    assertThat(rooms.say(new Unsubscribe("A".repeat(60)))).isEqualTo("INVALID");
    nothingChanged();
  }

  @Test
  void theDoorsRoleMayNeitherReadNorWriteAnythingElse() {
    for (String statement :
        List.of(
            "select sealed from door.inbox",
            "select id from people.record",
            "update people.record set state = 3",
            "delete from people.record",
            "insert into people.contact_index values ('x', 1, gen_random_uuid(), 0)",
            "update ledger.reminder set wake_at = now()",
            "select index from people.stopped",
            "insert into door.answer values (gen_random_uuid(), 'DONE')",
            "update door.inbox set wake_at = 'infinity'",
            "delete from door.inbox")) {
      assertThatThrownBy(() -> store.jdbc(Role.TRACKER).sql(statement).update())
          .as(statement)
          .isInstanceOf(DataAccessException.class);
    }
    nothingChanged();
  }

  @Test
  void swappedFlippedAndRolledBackRowsAreHeld() {
    List<UUID> ids = people.keySet().stream().toList();
    String first = ids.get(0).toString();
    String second = ids.get(1).toString();
    store.asAdmin(
        """
        update people.record r set record = o.record, view = o.view
          from people.record o
         where r.id = '%s' and o.id = '%s'
        """
            .formatted(first, second));
    store.asAdmin("update people.record set state = 3 where id = '%s'".formatted(ids.get(2)));
    store.asAdmin("update people.record set version = 1 where id = '%s'".formatted(ids.get(3)));
    store.asAdmin(
        "update people.record set view = (select view from people.record where id = '%s') where id = '%s'"
            .formatted(second, ids.get(4)));
    for (UUID id : List.of(ids.get(0), ids.get(2), ids.get(3), ids.get(4))) {
      assertThat(rooms.get(Records.class).open(id)).isInstanceOf(Found.Held.class);
      // even the owner cannot act on a held record, and the message waits for a repair
      UUID message = rooms.post(Act.plain(id, people.get(id).proof(), 2, Action.ERASE));
      rooms.get(Intake.class).look(List.of(message));
      assertThat(rooms.answer(message)).isEmpty();
    }
    assertThat(rooms.get(Records.class).open(ids.get(1)).here()).isPresent();
    assertThat(rooms.outbox().sent()).isEmpty();
    assertThat(records()).hasSize(5);
  }

  @Test
  void aForeignContactIsNeverWrittenTo() {
    // whatever the door posts in somebody's name, only those it names itself get a code
    Contact foreign = Samples.mail(4711);
    rooms.say(redirect(attackers.proof(), new ContactChange.Replace(0, foreign)));
    rooms.say(redirect(attackers.proof(), new ContactChange.Add(foreign)));
    nothingChanged();
  }
}
