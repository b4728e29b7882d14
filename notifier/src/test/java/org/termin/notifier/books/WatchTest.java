package org.termin.notifier.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.termin.database.Role;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.testkit.TestStore;

class WatchTest {

  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
  private static final String ROW =
      """
      insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, state, wake_at, turn)
      values (gen_random_uuid(), substring(sha256(gen_random_uuid()::text::bytea) for 16), '\\x00',
              %s, app.now(), app.now() + interval '9 days', '%s', app.now() - interval '%s', 1)
      """;
  private static final String ATTEMPT =
      """
      insert into ledger.attempt (id, kind, sealed, channel, state, wake_at)
      values (gen_random_uuid(), 'REMINDER', '\\x00', '%s', '%s', app.now() - interval '%s')
      """;
  private static TestStore store;

  private final MockClock clock = new MockClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry(SimpleConfig.DEFAULT, clock);
  private final Alarms alarms = new Alarms(meters);
  private Watch watch;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
  }

  @BeforeEach
  void healthy() {
    store.clear();
    store.freezeClock(NOW);
    scanned();
    WatchSettings settings = new Binder().bindOrCreate("termin.watch", WatchSettings.class);
    watch = new Watch(store.jdbc(Role.NOTIFIER), settings, alarms, meters, false);
    row(0, "PLANNED", "20 minutes");
    row(1, "QUEUED", "5 hours");
    attempt("SMS", "DISPATCHED", "1 minute");
    attempt("EMAIL", "UNKNOWN", "10 minutes");
    expect("sms", 3, "14:30");
    inbox();
    watch.look();
    assertThat(alarms.active()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DUE_UNSENT         | an urgent row nobody took up",
        "SCAN_MISSING       | no scan",
        "LEASES_EXPIRED     | a lease nobody settled",
        "OUTCOMES_UNKNOWN   | an outcome nobody resolved",
        "NOTHING_SENT_SMS   | texts expected, none sent",
        "NOTHING_SENT_EMAIL | mails expected, none sent",
        "NOT_TOLD           | gaps found last night"
      })
  void eachAbsenceRaisesItsAlarmAndNothingElse(Alarm alarm, String fault) {
    switch (fault) {
      case "an urgent row nobody took up" -> row(0, "RETRY_WAIT", "31 minutes");
      case "no scan" ->
          store.asAdmin("update ledger.heartbeat set ran_at = app.now() - interval '4 minutes'");
      case "a lease nobody settled" -> attempt("SMS", "DISPATCHED", "6 minutes");
      case "an outcome nobody resolved" -> attempt("SMS", "UNKNOWN", "40 minutes");
      case "texts expected, none sent" -> expect("sms", 3, "13:00");
      case "mails expected, none sent" -> expect("email", 3, "13:00");
      case "gaps found last night" ->
          store.asAdmin(
              "insert into ledger.daily (job, day, figure) values ('reconcile', app.today() - 1,"
                  + " 2)");
      default -> throw new IllegalArgumentException(fault);
    }
    watch.look();
    assertThat(alarms.active()).containsExactly(alarm);
  }

  @Test
  void oneAcceptedMessageIsEnoughToKnowThatAChannelWorks() {
    expect("sms", 40, "10:00");
    expect("email", 40, "10:00");
    attempt("SMS", "ACCEPTED", "1 hour");
    attempt("EMAIL", "NOT_SENT", "1 hour");
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.NOTHING_SENT_EMAIL);
  }

  @Test
  void whatWaitsTooLongInTheInboxIsNoticedWithoutKnowingWhenItCame() {
    clock.add(Duration.ofMinutes(1));
    watch.look();
    assertThat(alarms.active()).isEmpty();
    clock.add(Duration.ofMinutes(2));
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.INBOX_WAITING);
    store.asAdmin("delete from door.inbox");
    inbox();
    watch.look();
    assertThat(alarms.active()).isEmpty();
  }

  @Test
  void aRowThatIsAnnouncedAgainAndAgainIsStuck() {
    clock.add(Duration.ofMinutes(31));
    scanned();
    // published again: its instant is young, its turn is not
    store.asAdmin("update ledger.reminder set wake_at = app.now() + interval '10 minutes'");
    store.asAdmin("delete from door.inbox");
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.DUE_UNSENT);
  }

  @Test
  void aSchedulerThatNeverCameIsMissed() {
    store.asAdmin("delete from ledger.heartbeat");
    store.asAdmin("delete from door.inbox");
    watch.look();
    assertThat(alarms.active()).isEmpty();
    clock.add(Duration.ofMinutes(4));
    watch.look();
    assertThat(alarms.active()).containsExactly(Alarm.SCAN_MISSING);
  }

  private static void row(int lane, String state, String ago) {
    store.asAdmin(ROW.formatted(lane, state, ago));
  }

  private static void attempt(String channel, String state, String ago) {
    store.asAdmin(ATTEMPT.formatted(channel, state, ago));
  }

  private static void expect(String channel, int people, String from) {
    store.asAdmin(
        """
        insert into ledger.daily (job, day, figure, wake_at)
        values ('expect-%s', app.today(), %d, (app.today() || ' %s+00')::timestamptz)
        on conflict (job) do update set figure = excluded.figure, wake_at = excluded.wake_at
        """
            .formatted(channel, people, from));
  }

  private static void inbox() {
    store.asAdmin("insert into door.inbox (id, sealed) values (gen_random_uuid(), '\\x00')");
  }

  private static void scanned() {
    store.asAdmin(
        """
        insert into ledger.heartbeat (job) values ('scan')
        on conflict (job) do update set ran_at = app.now()
        """);
  }
}
