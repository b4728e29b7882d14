package org.termin.notifier.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.RecordState;
import org.termin.contract.words.Situation;
import org.termin.database.Role;
import org.termin.guidance.Guidance;
import org.termin.notifier.CannotStart;
import org.termin.notifier.Rooms;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.EpochLog.Life;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** A key is made in time, everything moves to it, and an old one goes once nothing needs it. */
class EpochsTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final Guidance NO_RULES = new Guidance(1, Map.of());
  private static final Situation PASSPORT = Samples.passport("PL", LocalDate.of(2028, 3, 1));
  private static final Duration FORTNIGHT = Duration.ofDays(14);

  private static TestStore store;
  private Rooms rooms;

  @BeforeAll
  static void build() {
    store = TestStore.fresh();
  }

  @BeforeEach
  void open() {
    Rooms.CLOCK.set(NOW);
    store.clear();
    store.asAdmin("delete from people.epoch");
    store.freezeClock(NOW);
    rooms = Rooms.on(store, NO_RULES, Map.of());
    rooms.get(Rotation.class).look();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private UUID activate(Contact... contacts) {
    ReceiptCode code = ReceiptCode.random();
    UUID id = rooms.post(Samples.register(code, PASSPORT, contacts));
    rooms.get(Intake.class).look(List.of(id));
    for (int slot = 0; slot < contacts.length; slot++) {
      rooms.say(new Confirm(id, code.proof(), slot, rooms.outbox().digits(id, slot)));
    }
    return id;
  }

  private int newest() {
    return rooms.get(Keyring.class).newest().number();
  }

  private Set<Integer> living() {
    return rooms.get(Keyring.class).living().stream()
        .map(EpochKeys::number)
        .collect(Collectors.toSet());
  }

  private void days(int days) {
    Rooms.CLOCK.turn(Duration.ofDays(days));
  }

  private void stop(Contact contact) {
    rooms.get(Places.class).stop(contact);
  }

  @Test
  void theNextKeyIsMadeAfterFourteenDaysAndNotBefore() {
    Rooms.CLOCK.turn(FORTNIGHT.minusSeconds(1));
    rooms.get(Rotation.class).look();
    assertThat(newest()).isEqualTo(1);
    Rooms.CLOCK.turn(Duration.ofSeconds(1));
    rooms.get(Rotation.class).look();
    assertThat(newest()).isEqualTo(2);
    UUID id = activate(Samples.mail(1));
    assertThat(epochs("people.record")).containsExactly(2);
    assertThat(epochs("people.contact_index")).containsExactly(2);
    assertThat(rooms.get(Records.class).open(id).here()).isPresent();
  }

  @Test
  void aYearAsleepMakesOneKeyAndNotTwentySix() {
    days(365);
    rooms.get(Rotation.class).look();
    rooms.get(Rotation.class).look();
    assertThat(newest()).isEqualTo(2);
  }

  @Test
  void everythingMovesToTheNewestKeyAndOpensWithItAlone() throws IOException {
    UUID family = activate(Samples.mail(1), Samples.polishPhone(1));
    UUID other = activate(Samples.polishPhone(1));
    stop(Samples.polishPhone(2));
    stop(Samples.polishPhone(1));
    rooms.get(Rotation.class).rotate();
    // a record written since stands under the new key, its contact's place still under the old
    UUID mixed = activate(Samples.mail(1));

    assertThat(rooms.get(Resealing.class).sweep()).isPositive();

    assertThat(epochs("people.record")).containsExactly(2);
    assertThat(epochs("people.contact_index")).containsExactly(2);
    assertThat(epochs("people.stopped")).containsExactly(2);
    assertThat(rooms.get(Resealing.class).sweep()).as("again").isZero();
    Files.delete(rooms.keyFolder().resolve("epoch-1.key"));
    try (Rooms restarted = rooms.again(NO_RULES)) {
      for (UUID id : List.of(family, other, mixed)) {
        assertThat(restarted.get(Records.class).open(id).here().orElseThrow().state())
            .isEqualTo(RecordState.ACTIVE);
      }
      Places places = restarted.get(Places.class);
      assertThat(places.of(Samples.polishPhone(1)))
          .extracting(Places.Place::registration)
          .containsExactlyInAnyOrder(family, other);
      assertThat(places.of(Samples.mail(1)))
          .extracting(Places.Place::registration)
          .containsExactlyInAnyOrder(family, mixed);
      assertThat(places.isStopped(Samples.polishPhone(2))).isTrue();
      assertThat(places.isStopped(Samples.polishPhone(1))).isTrue();
      assertThat(places.isStopped(Samples.mail(1))).isFalse();
    }
  }

  @Test
  void sealingAnewChangesNoVersionAndNoView() {
    UUID id = activate(Samples.mail(1));
    String columns = "select version || ':' || md5(view) || ':' || wake_at from people.record";
    String before = rooms.db().sql(columns).query(String.class).single();
    rooms.get(Rotation.class).rotate();
    rooms.get(Resealing.class).sweep();
    assertThat(rooms.db().sql(columns).query(String.class).single()).isEqualTo(before);
    assertThat(rooms.get(Records.class).open(id).here().orElseThrow().epoch()).isEqualTo(2);
  }

  @Test
  void aRecordThatDoesNotOpenStaysAsItIsAndKeepsItsKey() {
    UUID broken = activate(Samples.mail(1));
    UUID whole = activate(Samples.mail(2));
    store.asAdmin(
        "update people.record set record = set_byte(record, 99, get_byte(record, 99) # 1) where id = '%s'"
            .formatted(broken));
    rooms.get(Rotation.class).rotate();
    rooms.get(Rotation.class).rotate();
    rooms.get(Resealing.class).sweep();
    assertThat(rooms.get(Records.class).open(whole).here().orElseThrow().epoch()).isEqualTo(3);
    assertThat(rooms.get(Alarms.class).active()).contains(Alarm.RECORD_HELD);
    days(30);
    backUp();
    rooms.get(Destruction.class).look();
    days(30);
    backUp();
    rooms.get(Destruction.class).look();
    assertThat(living()).contains(1);
  }

  @Test
  void aKeyGoesOnlyWhenNothingNeedsItForADayAndABackupHasFollowed() {
    activate(Samples.mail(1));
    Destruction destruction = rooms.get(Destruction.class);
    rooms.get(Rotation.class).rotate();
    rooms.get(Resealing.class).sweep();
    forgetShortLived();
    backUp();
    assertThat(destruction.look()).as("one newer key is not enough").isEmpty();
    rooms.get(Rotation.class).rotate();
    rooms.get(Resealing.class).sweep();
    assertThat(destruction.look()).as("the first count").isEmpty();
    days(2);
    assertThat(destruction.look()).as("no backup since the first count").isEmpty();
    backUp();
    assertThat(destruction.look()).containsExactly(1);
    assertThat(living()).containsExactlyInAnyOrder(2, 3);
    assertThat(rooms.keyFolder().resolve("epoch-1.key")).doesNotExist();
    Life life = rooms.get(Keyring.class).log().read().lives().get(1);
    assertThat(life.destroyed()).isTrue();
    assertThat(destruction.look()).isEmpty();
  }

  @Test
  void aDayOfCountsBeginsAnewIfSomethingNeedsTheKeyAgain() {
    Destruction destruction = rooms.get(Destruction.class);
    rooms.get(Rotation.class).rotate();
    rooms.get(Rotation.class).rotate();
    destruction.look();
    Rooms.CLOCK.turn(Duration.ofHours(12));
    // a slow notifier still sealed something under the old key
    store.asAdmin(
        "insert into people.budget (key, key_epoch, ends_at, used) values (decode(repeat('01', 16),"
            + " 'hex'), 1, app.now(), 0)");
    destruction.look();
    store.asAdmin("delete from people.budget");
    destruction.look();
    backUp();
    Rooms.CLOCK.turn(Duration.ofHours(13));
    assertThat(destruction.look()).isEmpty();
    Rooms.CLOCK.turn(Duration.ofHours(12));
    backUp();
    assertThat(destruction.look()).containsExactly(1);
  }

  @Test
  void noKeyGoesForItsAgeAndTheLatePromiseIsSaidAloud() {
    List<UUID> people =
        List.of(activate(Samples.mail(1)), activate(Samples.mail(2)), activate(Samples.mail(3)));
    Destruction destruction = rooms.get(Destruction.class);
    // sealing anew is off for six epochs, then everything is down for a month, then a year passes
    for (int epoch = 0; epoch < 6; epoch++) {
      Rooms.CLOCK.turn(FORTNIGHT);
      rooms.get(Rotation.class).look();
      backUp();
      destruction.look();
    }
    days(30);
    destruction.look();
    days(365);
    rooms.get(Rotation.class).look();
    backUp();
    destruction.look();
    assertThat(living()).contains(1);
    assertThat(rooms.get(Alarms.class).active()).contains(Alarm.ERASURE_LATE);
    assertThat(people).allMatch(id -> rooms.get(Records.class).open(id).here().isPresent());

    // back on, the promise is kept within two days and the alarm ends
    rooms.get(Resealing.class).sweep();
    forgetShortLived();
    destruction.look();
    days(2);
    backUp();
    assertThat(destruction.look()).contains(1);
    assertThat(living()).hasSize(2);
    assertThat(rooms.get(Alarms.class).active()).doesNotContain(Alarm.ERASURE_LATE);
    assertThat(people).allMatch(id -> rooms.get(Records.class).open(id).here().isPresent());
  }

  @Test
  void twoNotifiersOfOneFolderUseOneKey() {
    try (Rooms beside = rooms.again(NO_RULES)) {
      rooms.get(Rotation.class).rotate();
      Rooms.CLOCK.turn(Duration.ofHours(1));
      beside.get(Rotation.class).look();
      assertThat(beside.get(Keyring.class).newest().number()).isEqualTo(2);
      // both think it is time: the second takes what the first has made
      Rooms.CLOCK.turn(FORTNIGHT);
      rooms.get(Rotation.class).look();
      beside.get(Rotation.class).look();
      assertThat(beside.get(Keyring.class).newest().publicKey().bytes())
          .isEqualTo(rooms.get(Keyring.class).newest().publicKey().bytes());
      assertThat(newest()).isEqualTo(3);
    }
  }

  @Test
  void aNotifierWithAFolderOfItsOwnIsHeardAndMakesNoKey() {
    assertThatThrownBy(() -> Rooms.on(store, NO_RULES, Map.of()))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("epoch-1.key is not the key");

    // both came to an empty register at one moment
    store.asAdmin("delete from people.epoch");
    try (Rooms stranger = Rooms.on(store, NO_RULES, Map.of())) {
      rooms.get(Rotation.class).look();
      stranger.get(Rotation.class).look();
      assertThat(stranger.get(Alarms.class).active()).contains(Alarm.KEYS_DIFFER);
      rooms.get(Rotation.class).rotate();
      assertThatThrownBy(() -> stranger.get(Rotation.class).rotate())
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("must share one key folder");
      assertThat(stranger.keyFolder().resolve("epoch-2.key")).doesNotExist();
    }
  }

  @Test
  void aWrongFileUnderAKeysNameStopsTheStart() throws IOException {
    activate(Samples.mail(1));
    Path file = rooms.keyFolder().resolve("epoch-1.key");
    Files.delete(file);
    Files.write(file, new byte[32]);
    file.toFile().setReadable(false, false);
    file.toFile().setReadable(true, true);
    assertThatThrownBy(() -> rooms.again(NO_RULES))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("epoch-1.key is not the key");
  }

  @Test
  void everyTableThatNamesAnEpochIsCounted() {
    List<String> named =
        store
            .jdbc(Role.MIGRATOR)
            .sql(
                """
                select table_schema || '.' || table_name from information_schema.columns
                 where column_name = 'key_epoch'
                """)
            .query(String.class)
            .list();
    String counted = Remaining.COUNTS;
    assertThat(named).hasSizeGreaterThan(7).allMatch(counted::contains);
  }

  @Test
  void aMessageNobodyHasReadYetKeepsItsKey() {
    UUID unread = rooms.post(Samples.register(ReceiptCode.random(), PASSPORT, Samples.mail(1)));
    assertThat(rooms.get(Remaining.class).of(1)).containsEntry("door.inbox", 1L);
    rooms.get(Intake.class).look(List.of(unread));
    assertThat(rooms.get(Remaining.class).of(1)).doesNotContainKey("door.inbox");
  }

  private void backUp() {
    rooms.get(Keyring.class).log().backedUp(Rooms.CLOCK.instant());
  }

  /** What is kept for days only has run out. */
  private void forgetShortLived() {
    store.asAdmin("delete from people.budget");
    store.asAdmin("delete from people.verification");
  }

  private List<Integer> epochs(String table) {
    return rooms.db().sql("select distinct key_epoch from " + table).query(Integer.class).list();
  }
}
