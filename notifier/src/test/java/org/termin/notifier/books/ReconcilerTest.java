package org.termin.notifier.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Action;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.plan.StalePlans;
import org.termin.testkit.Figures;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ReconcilerTest {

  // a Monday morning in Warsaw
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static House house;
  private final ReceiptCode code = ReceiptCode.random();

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.store().freezeClock(NOW);
    house.provider().reset();
    house.sink().reset();
    house.get(Carriers.class).open(Channel.SMS);
  }

  @Test
  void nobodyIsMissedInOrdinaryDays() {
    house.register(
        code,
        Samples.register(
            code,
            Samples.passportAndPermit("LT", LocalDate.of(2027, 9, 1), LocalDate.of(2027, 6, 20)),
            Samples.polishPhone(1),
            Samples.mail(1)));
    ReceiptCode family = ReceiptCode.random();
    house.register(
        family,
        Samples.register(
            family, Samples.family("PL", 5, LocalDate.of(2027, 8, 1)), Samples.polishPhone(2)));
    house.deliver();
    int nights = Figures.size("nights", 100, 380);
    for (int day = 0; day < nights; day++) {
      nextDay();
      assertThat(gaps()).as("in the night after day %d", day).isZero();
    }
    // more than the two confirmations: something was to be told in these nights
    assertThat(told()).isGreaterThan(2);
  }

  @Test
  void whatWaitsOrWasPausedIsNoGap() {
    anna();
    dueTomorrow();
    house.say(UUID.randomUUID(), Act.plain(annaId, code.proof(), version(), Action.PAUSE));
    nextDay();
    assertThat(gaps()).isZero();

    house.say(UUID.randomUUID(), Act.plain(annaId, code.proof(), version(), Action.RESUME));
    defer("app.now() + interval '5 days'");
    nextDay();
    assertThat(gaps()).isZero();
  }

  /** Each fault is put into the ledger by hand, one day after the row came due. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a cap that skips        | update ledger.reminder set state = 'SUPERSEDED', wake_at ="
            + " 'infinity'",
        "a cap that cancels      | update ledger.reminder set state = 'CANCELLED', wake_at ="
            + " 'infinity'",
        "a row gone stale        | update ledger.reminder set state = 'EXPIRED_UNSENT', wake_at ="
            + " 'infinity'",
        "a row never woken       | update ledger.reminder set wake_at = app.now() - interval '26"
            + " hours'",
        "a row put away for good | update ledger.reminder set state = 'RETRY_WAIT', wake_at ="
            + " 'infinity'",
        "a row asleep too long   | update ledger.reminder set state = 'RETRY_WAIT', wake_at ="
            + " not_after",
        "a row that only says so | update ledger.reminder set state = 'DELIVERED', wake_at ="
            + " 'infinity'",
        "a row that is gone      | delete from ledger.reminder"
      })
  void everyFaultIsSeenTheNextNight(String name, String damage) {
    anna();
    live(LocalDate.of(2027, 6, 1));
    dueTomorrow();
    String due = String.valueOf(dueId());
    nextMorningAfterDue();
    house.store().asAdmin(damage + " where id = '" + due + "'");
    assertThat(gaps()).as(name).isPositive();
    assertThat(house.get(Alarms.class).active()).contains(Alarm.NOT_TOLD);
  }

  @Test
  void aRowThatIsNotThereIsSeenBeforeItsDay() {
    anna();
    nextDay();
    assertThat(gaps()).isZero();
    Instant first = firstDue();
    house.store().freezeClock(first.minus(Duration.ofDays(3)));
    house
        .store()
        .asAdmin(
            "delete from ledger.reminder where state = 'PLANNED' and due_at = '" + first + "'");
    assertThat(gaps()).isOne();
    house.store().asAdmin("update people.record set planned_version = 0");
    house.get(StalePlans.class).sweep();
    nextDay();
    assertThat(gaps()).isZero();
    assertThat(house.get(Alarms.class).active()).doesNotContain(Alarm.NOT_TOLD);
  }

  /** The permit binds the passport; once it has ended, the passport has steps of its own again. */
  @Test
  void aPlanThatChangesAsDaysPassIsMadeAnewInTime() {
    // the secret days may leave no night between the change and the new step
    do {
      empty();
      annaInPoland(LocalDate.of(2026, 12, 2), LocalDate.of(2026, 12, 3));
    } while (house.secretDays(annaId) > 2);
    house.deliver();
    nightsUntil(LocalDate.of(2026, 12, 5));
    assertThat(rows(1, StageNumber.EXPIRED)).isOne();
  }

  /** The permit had to be filed while the passport was valid; afterwards its own date counts. */
  @Test
  void aStartThatLayBehindAtSignUpAndLiesAheadLaterIsPlannedToo() {
    annaInPoland(LocalDate.of(2026, 12, 4), LocalDate.of(2027, 4, 20));
    house.deliver();
    assertThat(rows(2, StageNumber.START)).isZero();
    nightsUntil(LocalDate.of(2026, 12, 14));
    assertThat(rows(2, StageNumber.START)).isOne();
  }

  private void annaInPoland(LocalDate passport, LocalDate permit) {
    annaId =
        house.register(
            code,
            Samples.register(
                code, Samples.passportAndPermit("PL", passport, permit), Samples.polishPhone(3)));
  }

  private void nightsUntil(LocalDate last) {
    while (house.store().now().isBefore(last.atStartOfDay().toInstant(ZoneOffset.UTC))) {
      nextDay();
      assertThat(gaps()).as("gaps on %s", house.store().now()).isZero();
    }
  }

  private int told() {
    return house
        .db()
        .sql(
            """
            select count(*) from ledger.reminder
             where state in ('ACCEPTED', 'DELIVERED', 'NO_RECEIPT')
            """)
        .query(Integer.class)
        .single();
  }

  private int rows(int document, int stage) {
    return house
        .db()
        .sql("select count(*) from ledger.reminder where ref = ?")
        .param(new Ref(annaId, document, 1, stage).key(house.get(Keyring.class).ledger()))
        .query(Integer.class)
        .single();
  }

  @Test
  void twoNotifiersLookOnceADayAndCatchUpWithMissedOnes() {
    anna();
    try (House other = house.beside()) {
      assertThat(house.get(Reconciler.class).run()).isTrue();
      assertThat(other.get(Reconciler.class).run()).isFalse();
      house.store().advance(Duration.ofDays(5));
      assertThat(other.get(Reconciler.class).run()).isTrue();
      assertThat(house.get(Reconciler.class).run()).isFalse();
    }
  }

  @Test
  void whoDiesAtItIsReplaced() {
    Daily daily = house.get(Daily.class);
    boolean[] tookOver = {false};
    daily.past(
        "test",
        _ -> {
          assertThat(daily.past("test", _ -> 0)).isFalse();
          house.store().advance(Duration.ofMinutes(31));
          tookOver[0] = daily.past("test", _ -> 7);
          return 7;
        });
    assertThat(tookOver[0]).isTrue();
    assertThat(daily.figure("test", LocalDate.of(2026, 11, 22))).contains(7L);
  }

  private UUID annaId;

  private void anna() {
    Contact phone = Samples.polishPhone(3);
    annaId =
        house.register(
            code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone));
    house.deliver();
  }

  private int version() {
    return house.person(annaId).version();
  }

  private void live(LocalDate until) {
    house.liveUntil(until.atTime(1, 0).toInstant(ZoneOffset.UTC));
  }

  private void nextDay() {
    LocalDate tomorrow = LocalDate.ofInstant(house.store().now(), ZoneOffset.UTC).plusDays(1);
    live(tomorrow);
  }

  /** To one o'clock of the day on which the next row is due. */
  private void dueTomorrow() {
    live(LocalDate.ofInstant(firstDue(), ZoneOffset.UTC));
  }

  private void nextMorningAfterDue() {
    LocalDate day = LocalDate.ofInstant(house.store().now(), ZoneOffset.UTC).plusDays(1);
    house.store().freezeClock(day.atTime(1, 0).toInstant(ZoneOffset.UTC));
  }

  private Instant firstDue() {
    return house
        .db()
        .sql("select min(due_at) from ledger.reminder where state = 'PLANNED'")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  private UUID dueId() {
    return house
        .db()
        .sql("select id from ledger.reminder where state = 'PLANNED' order by due_at limit 1")
        .query(UUID.class)
        .single();
  }

  private void defer(String until) {
    house
        .store()
        .asAdmin(
            "update ledger.reminder set state = 'RETRY_WAIT', wake_at = least("
                + until
                + ", not_after - interval '1 hour') where state in ('PLANNED', 'RETRY_WAIT') and"
                + " due_at < app.now()");
  }

  private long gaps() {
    assertThat(house.get(Reconciler.class).run()).isTrue();
    LocalDate yesterday = LocalDate.ofInstant(house.store().now(), ZoneOffset.UTC).minusDays(1);
    return house.get(Daily.class).figure(Reconciler.JOB, yesterday).orElseThrow();
  }
}
