package org.termin.notifier.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Confirm;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.notifier.Rooms;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.intake.Intake;
import org.termin.notifier.keys.BookLog.Line;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.StoreClock;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class HeadcountTest {
  private static final TestStore STORE = TestStore.fresh();
  private Rooms rooms;
  private Alarms alarms;
  private Headcount headcount;
  private int phone;

  @BeforeEach
  void fourPeopleOneOfWhomLeaves() {
    STORE.clear();
    STORE.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    rooms = Rooms.on(STORE);
    headcount = anew();
    headcount.look();
    Person first = signUp();
    signUp();
    signUp();
    signUp();
    rooms.say(Act.plain(first.id(), first.code().proof(), 2, Action.ERASE));
    headcount.look();
  }

  @AfterEach
  void close() {
    rooms.close();
  }

  private record Person(UUID id, ReceiptCode code) {}

  @Test
  void whoComesAndGoesByTheDoorIsNoAlarm() {
    Line last = rooms.get(Keyring.class).books().read().getLast();
    assertThat(last.activated()).isEqualTo(4);
    assertThat(last.erased()).isEqualTo(1);
    assertThat(last.records()).isEqualTo(3);
    nextDay();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aDeletedRowIsMissedTheNextDay() {
    STORE.asAdmin("delete from people.record where id in (select id from people.record limit 2)");
    headcount.look();
    assertThat(alarms.active()).isEmpty();
    nextDay();
    assertThat(alarms.active()).containsExactly(Alarm.RECORDS_MISSING);
    assertThat(rooms.get(Keyring.class).books().read().getLast().missing()).isEqualTo(2);
  }

  @Test
  void aRolledBackDatabaseIsSeenAtTheNextLookAndForAWeek() {
    STORE.asAdmin("update ledger.tally set figure = 2 where what = 'ACTIVATED'");
    STORE.asAdmin("delete from people.record where id in (select id from people.record limit 2)");
    headcount.look();
    assertThat(alarms.active()).containsExactly(Alarm.RECORDS_MISSING);
    // a restart does not make it good
    headcount = anew();
    STORE.advance(Duration.ofDays(5));
    headcount.look();
    assertThat(alarms.active()).containsExactly(Alarm.RECORDS_MISSING);
    STORE.advance(Duration.ofDays(3));
    headcount.look();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void twoNotifiersKeepOneBook() {
    Headcount other = anew();
    signUp();
    other.look();
    headcount.look();
    nextDay();
    other.look();
    assertThat(alarms.active()).isEmpty();
    assertThat(rooms.get(Keyring.class).books().read().getLast().records()).isEqualTo(4);
  }

  private void nextDay() {
    STORE.advance(Duration.ofDays(1));
    headcount.look();
  }

  private Headcount anew() {
    alarms = new Alarms(new SimpleMeterRegistry());
    return new Headcount(
        rooms.db(),
        rooms.get(Keyring.class),
        new Daily(rooms.db(), rooms.get(StoreClock.class)),
        alarms);
  }

  private Person signUp() {
    ReceiptCode code = ReceiptCode.random();
    UUID id =
        rooms.post(
            Samples.register(
                code,
                Samples.passport("PL", LocalDate.of(2028, 3, 1)),
                Samples.polishPhone(++phone)));
    rooms.get(Intake.class).look(List.of(id));
    rooms.say(new Confirm(id, code.proof(), 0, rooms.outbox().digits(id, 0)));
    return new Person(id, code);
  }
}
