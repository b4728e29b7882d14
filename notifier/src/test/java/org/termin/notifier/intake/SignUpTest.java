package org.termin.notifier.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.words.RecordState;
import org.termin.guidance.Guidance;
import org.termin.notifier.Rooms;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.verification.AtOnce;
import org.termin.notifier.verification.CodeSender;
import org.termin.notifier.verification.Codes;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

class SignUpTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static TestStore store;
  private static Rooms rooms;
  private final ReceiptCode code = ReceiptCode.random();

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store);
  }

  @AfterAll
  static void close() {
    rooms.close();
  }

  @BeforeEach
  void empty() {
    store.clear();
    store.freezeClock(NOW);
    rooms.outbox().clear();
  }

  private UUID signUp(int phone) {
    UUID id =
        rooms.post(
            Samples.register(
                code,
                Samples.passport("PL", LocalDate.of(2027, 3, 1)),
                Samples.polishPhone(phone)));
    rooms.get(Intake.class).look(List.of(id));
    return id;
  }

  private Person person(UUID id) {
    return rooms.get(Records.class).open(id).here().orElseThrow();
  }

  private String confirm(UUID id, String digits) {
    return rooms.say(new Confirm(id, code.proof(), 0, digits));
  }

  private static String other(String digits) {
    return digits.equals("000000") ? "000001" : "000000";
  }

  @Test
  void signingUpSendsACodeAndAnswersNothing() {
    UUID id = signUp(1);
    assertThat(rooms.answer(id)).isEmpty();
    assertThat(person(id).state()).isEqualTo(RecordState.PENDING);
    assertThat(rooms.outbox().digits(id, 0)).matches("[0-9]{6}");
    assertThat(rooms.db().sql("select count(*) from door.inbox").query(Integer.class).single())
        .isZero();
  }

  @Test
  void theCodeActivatesAndPlansAtOnce() {
    UUID id = signUp(2);
    assertThat(confirm(id, rooms.outbox().digits(id, 0))).isEqualTo("DONE");
    Person person = person(id);
    assertThat(person.state()).isEqualTo(RecordState.ACTIVE);
    assertThat(person.version()).isEqualTo(2);
    assertThat(person.plannedVersion()).isEqualTo(2);
    assertThat(person.eraseAt()).isNull();
    assertThat(rows("lane = 0 and due_at <= app.now()")).isEqualTo(1);
    assertThat(rows("due_at > app.now() and state = 'PLANNED'")).isPositive();
  }

  @Test
  void aWrongCodeChangesNothingAndFiveLockIt() {
    UUID id = signUp(3);
    String right = rooms.outbox().digits(id, 0);
    for (int tries = 0; tries < 5; tries++) {
      assertThat(confirm(id, other(right))).isEqualTo("WRONG");
    }
    assertThat(confirm(id, right)).isEqualTo("LOCKED");
    assertThat(person(id).version()).isEqualTo(1);
  }

  @Test
  void aCodeLivesTenMinutesFromItsAcceptance() {
    UUID id = signUp(4);
    store.advance(Duration.ofMinutes(5));
    rooms.get(Codes.class).accepted(rooms.outbox().code(id, 0).attempt());
    store.advance(Duration.ofMinutes(10));
    String right = rooms.outbox().digits(id, 0);
    assertThat(confirm(id, other(right))).isEqualTo("WRONG");
    store.advance(Duration.ofSeconds(1));
    assertThat(confirm(id, right)).isEqualTo("EXPIRED");
  }

  @Test
  void anotherCodeReplacesTheFirst() {
    UUID id = signUp(5);
    String first = rooms.outbox().digits(id, 0);
    assertThat(rooms.say(new Resend(id, code.proof(), 0))).isEmpty();
    assertThat(rooms.outbox().sent()).hasSize(2);
    String second = rooms.outbox().digits(id, 0);
    if (!first.equals(second)) {
      assertThat(confirm(id, first)).isEqualTo("WRONG");
    }
    assertThat(confirm(id, second)).isEqualTo("DONE");
  }

  @Test
  void aFourthCodeOfTheDayWaitsForAnotherDay() {
    UUID id = signUp(6);
    for (int again = 0; again < 5; again++) {
      rooms.say(new Resend(id, code.proof(), 0));
    }
    assertThat(rooms.outbox().sent()).hasSize(3);
    store.advance(Duration.ofHours(63));
    rooms.get(CodeSender.class).sweep();
    assertThat(rooms.outbox().sent()).hasSize(4);
    assertThat(confirm(id, rooms.outbox().digits(id, 0))).isEqualTo("DONE");
  }

  /** The third code of the day has left; asked for again, a fourth waits for another day. */
  private UUID askedForMoreThanThereIs(int phone) {
    UUID id = signUp(phone);
    rooms.say(new Resend(id, code.proof(), 0));
    rooms.say(new Resend(id, code.proof(), 0));
    store.advance(Duration.ofMinutes(2));
    rooms.say(new Resend(id, code.proof(), 0));
    rooms.say(new Resend(id, code.proof(), 0));
    assertThat(rooms.outbox().sent()).hasSize(3);
    return id;
  }

  @Test
  void aCodeWhoseSuccessorWaitsIsGoodForItsTenMinutes() {
    UUID id = askedForMoreThanThereIs(12);
    store.advance(Duration.ofMinutes(8));
    assertThat(confirm(id, rooms.outbox().digits(id, 0))).isEqualTo("DONE");
  }

  @Test
  void aCodeWhoseSuccessorWaitsIsCalledTooOldAfterItsTenMinutes() {
    UUID id = askedForMoreThanThereIs(13);
    String last = rooms.outbox().digits(id, 0);
    store.advance(Duration.ofMinutes(8).plusSeconds(1));
    assertThat(confirm(id, last)).isEqualTo("EXPIRED");
    store.advance(Duration.ofHours(12));
    assertThat(confirm(id, last)).isEqualTo("EXPIRED");
    store.advance(Duration.ofHours(60));
    rooms.get(CodeSender.class).sweep();
    assertThat(rooms.outbox().sent()).hasSize(4);
    String next = rooms.outbox().digits(id, 0);
    if (!last.equals(next)) {
      assertThat(confirm(id, last)).isEqualTo("WRONG");
    }
    assertThat(confirm(id, next)).isEqualTo("DONE");
  }

  @Test
  void aCodeWhoseSuccessorWaitsLivesFromItsAcceptanceIfThatIsKnown() {
    UUID id = signUp(14);
    rooms.say(new Resend(id, code.proof(), 0));
    rooms.say(new Resend(id, code.proof(), 0));
    store.advance(Duration.ofMinutes(5));
    rooms.get(Codes.class).accepted(rooms.outbox().code(id, 0).attempt());
    rooms.say(new Resend(id, code.proof(), 0));
    store.advance(Duration.ofMinutes(10));
    String last = rooms.outbox().digits(id, 0);
    assertThat(confirm(id, other(last))).isEqualTo("WRONG");
    store.advance(Duration.ofSeconds(1));
    assertThat(confirm(id, last)).isEqualTo("EXPIRED");
  }

  @Test
  void theSameNumberSignedUpByManyGetsThreeCodesADay() {
    for (int again = 0; again < 6; again++) {
      rooms.say(
          Samples.register(
              ReceiptCode.random(),
              Samples.passport("PL", LocalDate.of(2027, 3, 1)),
              Samples.polishPhone(7)));
    }
    assertThat(rooms.outbox().sent()).hasSize(3);
  }

  @Test
  void aClosedChannelKeepsTheCodeWaiting() {
    rooms.outbox().close(org.termin.contract.words.Channel.SMS);
    UUID id = signUp(8);
    assertThat(rooms.outbox().sent()).isEmpty();
    rooms.outbox().open(org.termin.contract.words.Channel.SMS);
    store.advance(Duration.ofMinutes(2));
    rooms.get(CodeSender.class).sweep();
    assertThat(rooms.outbox().digits(id, 0)).matches("[0-9]{6}");
  }

  @Test
  void whoNeverConfirmsIsErasedADayAfterTheCodeArrived() {
    UUID id = signUp(9);
    rooms.get(Codes.class).accepted(rooms.outbox().code(id, 0).attempt());
    store.advance(Duration.ofHours(23));
    assertThat(rooms.get(Erasure.class).sweep()).isZero();
    store.advance(Duration.ofHours(2));
    assertThat(rooms.get(Erasure.class).sweep()).isEqualTo(1);
    assertThat(rooms.get(Records.class).open(id).here()).isEmpty();
    assertThat(
            rooms
                .db()
                .sql("select count(*) from people.contact_index")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void refusedRoutesAreNeverStored() {
    UUID id =
        rooms.post(
            Samples.register(
                code,
                Samples.passport("PL", LocalDate.of(2027, 3, 1)),
                org.termin.contract.words.Contact.of("+375291234567")));
    rooms.get(Intake.class).look(List.of(id));
    assertThat(rooms.get(Records.class).open(id).here()).isEmpty();
    assertThat(rooms.outbox().sent()).isEmpty();
  }

  @Test
  void earlierRegistrationsOtherContactsAreTold() {
    UUID first =
        rooms.post(
            Samples.register(
                code,
                Samples.passport("PL", LocalDate.of(2027, 3, 1)),
                Samples.polishPhone(10),
                Samples.mail(10)));
    rooms.get(Intake.class).look(List.of(first));
    confirm(first, rooms.outbox().digits(first, 0));
    rooms.say(new Confirm(first, code.proof(), 1, rooms.outbox().digits(first, 1)));
    ReceiptCode anew = ReceiptCode.random();
    UUID second =
        rooms.post(
            Samples.register(
                anew, Samples.passport("PL", LocalDate.of(2027, 3, 1)), Samples.polishPhone(10)));
    rooms.get(Intake.class).look(List.of(second));
    rooms.say(new Confirm(second, anew.proof(), 0, rooms.outbox().digits(second, 0)));
    assertThat(rooms.outbox().sent().getLast().message())
        .isInstanceOfSatisfying(
            AtOnce.Notice.class,
            notice -> {
              assertThat(notice.person().id()).isEqualTo(first);
              assertThat(notice.slot()).isEqualTo(1);
            });
  }

  @Test
  void aCodeOfOneNodeIsGoodOnAnother() {
    UUID id = signUp(11);
    String digits = rooms.outbox().digits(id, 0);
    try (Rooms other = rooms.again(new Guidance(1, Map.of()))) {
      assertThat(other.say(new Confirm(id, code.proof(), 0, digits))).isEqualTo("DONE");
    }
  }

  @Test
  void manyNotifiersJudgeAMessageOnce() throws Exception {
    List<UUID> messages = new ArrayList<>();
    for (int n = 20; n < 40; n++) {
      messages.add(
          rooms.post(
              Samples.register(
                  ReceiptCode.random(),
                  Samples.passport("PL", LocalDate.of(2027, 3, 1)),
                  Samples.mail(n))));
    }
    try (Rooms other = rooms.again(new Guidance(1, Map.of()));
        var pool = Executors.newFixedThreadPool(4)) {
      List<Callable<Object>> looks = new ArrayList<>();
      for (Rooms node : List.of(rooms, other, rooms, other)) {
        looks.add(Executors.callable(() -> node.get(Intake.class).look(messages)));
      }
      pool.invokeAll(looks).forEach(Future::resultNow);
      rooms.get(Intake.class).sweep();
      rooms.get(CodeSender.class).sweep();
      assertThat(rooms.outbox().sent().size() + other.outbox().sent().size()).isEqualTo(20);
    }
    assertThat(rooms.db().sql("select count(*) from people.record").query(Integer.class).single())
        .isEqualTo(20);
  }

  private static int rows(String where) {
    return rooms
        .db()
        .sql("select count(*) from ledger.reminder where " + where)
        .query(Integer.class)
        .single();
  }
}
