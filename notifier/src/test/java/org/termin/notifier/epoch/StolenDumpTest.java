package org.termin.notifier.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ContactIndex;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.RecordSeal;
import org.termin.contract.sealed.StoppedSeal;
import org.termin.contract.words.Contact;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.database.Role;
import org.termin.guidance.Guidance;
import org.termin.notifier.CannotStart;
import org.termin.notifier.Rooms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.Unreadable;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/**
 * S16, restore and fail: whoever takes every key that lives, and a dump from before two of them,
 * knows nobody's contact.
 */
class StolenDumpTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Guidance NO_RULES = new Guidance(1, Map.of());
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));
  private static final int PEOPLE = 40;
  private static final List<String> TABLES =
      List.of("people.record", "people.contact_index", "people.stopped", "people.budget");

  private TestStore store;
  private Rooms rooms;

  @BeforeEach
  void open() {
    Rooms.CLOCK.set(NOW);
    store = TestStore.fresh();
    store.freezeClock(NOW);
    rooms = Rooms.on(store, NO_RULES, Map.of());
    rooms.get(Rotation.class).look();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  @Test
  void anOldDumpWithAllLivingKeysKnowsNobody() {
    List<Contact> contacts = signUp();
    Dump dump = new Dump();
    assertThat(dump.recovered(contacts)).as("before, as a check of the attack").hasSize(PEOPLE);
    twoEpochsLater();
    Dump now = new Dump();
    assertThat(rooms.get(Keyring.class).living()).hasSize(2);
    assertThat(now.recovered(contacts)).as("the living database").hasSize(PEOPLE);
    assertThat(dump.recovered(contacts)).as("the old dump").isEmpty();
    System.out.printf(
        "old dump: %d people, %d living keys, contacts recovered 0%n",
        PEOPLE, rooms.get(Keyring.class).living().size());
  }

  @Test
  void aRestoredOldDumpIsSaidToBeUnreadableAndDeletedOnlyWhenAsked() {
    signUp();
    backUp();
    twoEpochsLater();
    rooms.close();
    restore();
    assertThatThrownBy(() -> rooms.again(NO_RULES))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("whose key was destroyed")
        .hasMessageContaining("TERMIN_KEYS_FORGETDESTROYED");
    assertThat(Unreadable.delete(rooms.store().jdbc(Role.NOTIFIER), rooms.keyFolder()))
        .isGreaterThanOrEqualTo(2 * PEOPLE);
    try (Rooms restarted = rooms.again(NO_RULES)) {
      assertThat(
              restarted.db().sql("select count(*) from people.record").query(Long.class).single())
          .isZero();
      assertThat(restarted.get(Places.class).of(contact(0))).isEmpty();
    }
  }

  private static Contact contact(int n) {
    return n % 2 == 0 ? Samples.polishPhone(n) : Samples.mail(n);
  }

  /** Every fourth one stops afterwards. */
  private List<Contact> signUp() {
    List<Contact> contacts = IntStream.range(0, PEOPLE).mapToObj(StolenDumpTest::contact).toList();
    for (Contact contact : contacts) {
      UUID id = rooms.post(Samples.register(ReceiptCode.random(), PASSPORT, contact));
      rooms.get(Intake.class).look(List.of(id));
      assertThat(rooms.get(Records.class).open(id).here()).isPresent();
    }
    IntStream.range(0, PEOPLE)
        .filter(n -> n % 4 == 0)
        .forEach(n -> rooms.get(Places.class).stop(contact(n)));
    return contacts;
  }

  private void twoEpochsLater() {
    for (int epoch = 0; epoch < 2; epoch++) {
      Rooms.CLOCK.turn(Duration.ofDays(14));
      rooms.get(Rotation.class).look();
      rooms.get(Resealing.class).sweep();
    }
    // what lives for days only has run out by now
    store.asAdmin("delete from people.budget");
    store.asAdmin("delete from people.verification");
    Destruction destruction = rooms.get(Destruction.class);
    destruction.look();
    Rooms.CLOCK.turn(Duration.ofDays(2));
    rooms.get(Keyring.class).log().backedUp(Rooms.CLOCK.instant());
    assertThat(destruction.look()).containsExactly(1);
  }

  private void backUp() {
    store.asAdmin("create schema backup");
    TABLES.forEach(
        table -> store.asAdmin("create table backup.%s as table %s".formatted(copy(table), table)));
  }

  private void restore() {
    TABLES.reversed().forEach(table -> store.asAdmin("delete from " + table));
    TABLES.forEach(
        table -> store.asAdmin("insert into %s table backup.%s".formatted(table, copy(table))));
  }

  private static String copy(String table) {
    return table.substring(table.indexOf('.') + 1);
  }

  /** All rows of a moment, as they lie in a stolen file. */
  private final class Dump {
    private record Row(UUID id, int version, int state, byte[] record) {}

    private record Stop(byte[] index, byte[] sealed) {}

    private final List<Row> rows =
        store
            .jdbc(Role.NOTIFIER)
            .sql("select id, version, state, record from people.record")
            .query(
                (row, _) ->
                    new Row(
                        row.getObject("id", UUID.class),
                        row.getInt("version"),
                        row.getInt("state"),
                        row.getBytes("record")))
            .list();
    private final List<Stop> stops =
        store
            .jdbc(Role.NOTIFIER)
            .sql("select index, sealed from people.stopped")
            .query((row, _) -> new Stop(row.getBytes("index"), row.getBytes("sealed")))
            .list();
    private final Set<String> indexes =
        store
            .jdbc(Role.NOTIFIER)
            .sql("select index from people.contact_index union select index from people.stopped")
            .query((row, _) -> HexFormat.of().formatHex(row.getBytes("index")))
            .set();

    /** By opening with every key, and by trying every number that might be in it. */
    Set<Contact> recovered(List<Contact> candidates) {
      List<Contact> found = new ArrayList<>();
      for (EpochKeys key : rooms.get(Keyring.class).living()) {
        for (Row row : rows) {
          RecordSeal.open(key, row.id(), row.version(), RecordState.of(row.state()), row.record())
              .opened()
              .ifPresent(record -> record.contacts().forEach(slot -> found.add(slot.contact())));
        }
        stops.forEach(
            stop ->
                StoppedSeal.open(key, stop.index(), stop.sealed()).opened().ifPresent(found::add));
        candidates.stream()
            .filter(
                contact ->
                    indexes.contains(HexFormat.of().formatHex(ContactIndex.of(key, contact))))
            .forEach(found::add);
      }
      return found.stream().collect(Collectors.toSet());
    }
  }
}
