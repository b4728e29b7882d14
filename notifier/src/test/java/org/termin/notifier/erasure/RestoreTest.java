package org.termin.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.guidance.Guidance;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** What must stay gone: after a restored backup, and once nothing is left to tell. */
class RestoreTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));
  private static final List<String> TABLES =
      List.of("people.record", "people.contact_index", "ledger.reminder");
  private static TestStore store;
  private static Rooms rooms;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    rooms = Rooms.on(store, new Guidance(1, Map.of()), Map.of());
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

  private UUID activate(ReceiptCode code, Situation situation, Contact... contacts) {
    UUID id = rooms.post(Samples.register(code, situation, contacts));
    rooms.get(Intake.class).look(List.of(id));
    for (int slot = 0; slot < contacts.length; slot++) {
      rooms.say(new Confirm(id, code.proof(), slot, rooms.outbox().digits(id, slot)));
    }
    return id;
  }

  private static void backUp() {
    store.asAdmin("drop schema if exists backup cascade");
    store.asAdmin("create schema backup");
    for (String table : TABLES) {
      String copy = table.substring(table.indexOf('.') + 1);
      store.asAdmin("create table backup.%s as table %s".formatted(copy, table));
    }
  }

  private static void restore() {
    for (String table : TABLES.reversed()) {
      store.asAdmin("delete from " + table);
    }
    for (String table : TABLES) {
      String copy = table.substring(table.indexOf('.') + 1);
      store.asAdmin("insert into %s table backup.%s".formatted(table, copy));
    }
  }

  @Test
  void whoWasErasedAfterTheBackupIsErasedAgain() {
    ReceiptCode code = ReceiptCode.random();
    UUID erased = activate(code, PASSPORT, Samples.mail(1));
    UUID kept = activate(ReceiptCode.random(), PASSPORT, Samples.mail(2));
    backUp();
    rooms.say(Act.plain(erased, code.proof(), 2, Action.ERASE));
    restore();
    assertThat(rooms.get(Records.class).open(erased).here()).isPresent();
    try (Rooms restarted = rooms.again(new Guidance(1, Map.of()))) {
      assertThat(restarted.get(Records.class).open(erased).here()).isEmpty();
      assertThat(restarted.get(Records.class).open(kept).here()).isPresent();
    }
  }

  @Test
  void aSlotThatStoppedAfterTheBackupIsStoppedAgain() {
    UUID id = activate(ReceiptCode.random(), PASSPORT, Samples.mail(1), Samples.polishPhone(1));
    backUp();
    rooms.get(Keyring.class).stops().stopped(LocalDate.of(2026, 11, 23), id, 1);
    restore();
    try (Rooms restarted = rooms.again(new Guidance(1, Map.of()))) {
      Person person = restarted.get(Records.class).open(id).here().orElseThrow();
      assertThat(person.content().slot(1).orElseThrow().state()).isEqualTo(ContactState.STOPPED);
      assertThat(person.state()).isEqualTo(RecordState.ACTIVE);
      assertThat(restarted.get(Places.class).isStopped(Samples.polishPhone(1))).isTrue();
      assertThat(restarted.get(Places.class).isStopped(Samples.mail(1))).isFalse();
    }
  }

  /** The list was read before a stop was taken back; the record is locked only after it was. */
  @Test
  void aStopThatIsTakenBackMeanwhileIsNotRepeated() throws Exception {
    LocalDate today = LocalDate.of(2026, 11, 23);
    UUID id = activate(ReceiptCode.random(), PASSPORT, Samples.mail(1));
    StopLog stops = rooms.get(Keyring.class).stops();
    stops.stopped(today, id, 0);
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<?> replay =
          rooms
              .get(TransactionTemplate.class)
              .execute(
                  _ -> {
                    assertThat(rooms.get(Records.class).lock(id).here()).isPresent();
                    Future<?> running =
                        thread.submit(rooms.get(StopReplay.class)::afterSingletonsInstantiated);
                    await().until(RestoreTest::somebodyWaitsForALock);
                    stops.lifted(today, id, 0);
                    return running;
                  });
      replay.get(1, TimeUnit.MINUTES);
    }
    Person person = rooms.get(Records.class).open(id).here().orElseThrow();
    assertThat(person.content().slot(0).orElseThrow().state()).isEqualTo(ContactState.CONFIRMED);
  }

  private static boolean somebodyWaitsForALock() throws SQLException {
    try (Connection admin = store.admin();
        Statement asks = admin.createStatement();
        ResultSet waits =
            asks.executeQuery(
                """
                select exists (
                  select from pg_locks join pg_stat_activity using (pid)
                   where not granted and datname = current_database())
                """)) {
      return waits.next() && waits.getBoolean(1);
    }
  }

  @Test
  void whoHasNoContactLeftIsErasedTwoWeeksLater() {
    UUID id = activate(ReceiptCode.random(), PASSPORT, Samples.mail(1));
    backUp();
    rooms.get(Keyring.class).stops().stopped(LocalDate.of(2026, 11, 23), id, 0);
    restore();
    try (Rooms restarted = rooms.again(new Guidance(1, Map.of()))) {
      assertThat(restarted.get(Records.class).open(id).here().orElseThrow().state())
          .isEqualTo(RecordState.UNREACHABLE);
      store.advance(Duration.ofDays(14).plusMinutes(1));
      assertThat(restarted.get(Erasure.class).sweep()).isEqualTo(1);
    }
  }

  @Test
  void nobodyIsKeptLongerThanThereIsSomethingToTell() {
    UUID over =
        activate(
            ReceiptCode.random(),
            Samples.passport("PL", LocalDate.of(2026, 12, 1)),
            Samples.mail(1));
    UUID running = activate(ReceiptCode.random(), PASSPORT, Samples.mail(2));
    store.freezeClock(Instant.parse("2027-03-01T09:00:00Z"));
    assertThat(rooms.get(Retention.class).sweep()).isZero();
    store.freezeClock(Instant.parse("2027-03-02T09:00:00Z"));
    assertThat(rooms.get(Retention.class).sweep()).isEqualTo(1);
    assertThat(rooms.get(Records.class).open(over).here()).isEmpty();
    assertThat(rooms.get(Records.class).open(running).here()).isPresent();
  }
}
