package org.termin.notifier.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.database.Role;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.books.WatchSettings;
import org.termin.testkit.TestStore;

class StandingTest {
  private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
  private static final String ROW =
      """
      insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, state, wake_at)
      values (gen_random_uuid(), substring(sha256(gen_random_uuid()::text::bytea) for 16), '\\x00',
              %d, app.now(), app.now() + interval '9 days', '%s', app.now() - interval '%s')
      """;
  private static final String ATTEMPT =
      """
      insert into ledger.attempt (id, kind, sealed, channel, state, wake_at)
      values (gen_random_uuid(), '%s', '\\x00', '%s', '%s', app.now() - interval '%s')
      """;
  private static final WatchSettings EVERY_DAY =
      new Binder().bindOrCreate("termin.watch", WatchSettings.class);
  private static TestStore store;

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Alarms alarms = new Alarms(meters);
  private final Standing standing = standing(store.jdbc(Role.NOTIFIER));

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
  }

  @BeforeEach
  void empty() {
    store.clear();
    store.freezeClock(NOW);
  }

  private Standing standing(JdbcClient db) {
    return new Standing(meters, new LedgerMeters(db, EVERY_DAY, meters), alarms);
  }

  @Test
  void anEmptyLedgerShowsNoughtsAndNoScanAtAll() {
    assertThat(figure("termin.reminders", "state", "due")).hasValue(0);
    assertThat(figure("termin.attempts", "state", "unknown")).hasValue(0);
    assertThat(figure("termin.age", "of", "due")).hasValue(0);
    assertThat(figure("termin.age", "of", "scan")).isEmpty();
  }

  @Test
  void whatIsLateDependsOnHowUrgentItIs() {
    row(0, "PLANNED", "31 minutes");
    row(1, "RETRY_WAIT", "5 hours");
    row(1, "QUEUED", "7 hours");
    row(1, "PLANNED", "-1 hours");
    assertThat(figure("termin.reminders", "state", "due")).hasValue(3);
    assertThat(figure("termin.reminders", "state", "late")).hasValue(2);
    assertThat(figure("termin.reminders", "state", "queued")).hasValue(1);
    assertThat(figure("termin.age", "of", "due")).hasValue(7 * 3600);
  }

  @Test
  void messagesOfTheDayStandByWayKindAndHowItWent() {
    attempt("REMINDER", "SMS", "DELIVERED", "1 hour");
    attempt("REMINDER", "SMS", "DELIVERED", "1 hour");
    attempt("CODE", "EMAIL", "UNKNOWN", "20 minutes");
    attempt("REMINDER", "SMS", "DISPATCHED", "1 minute");
    assertThat(today("sms", "reminder", "delivered")).hasValue(2);
    assertThat(today("email", "code", "unknown")).hasValue(1);
    assertThat(figure("termin.attempts", "state", "sending")).hasValue(1);
    assertThat(figure("termin.age", "of", "unknown")).hasValue(20 * 60);
  }

  @Test
  void anotherDayBeginsWithNothing() {
    attempt("REMINDER", "SMS", "DELIVERED", "1 hour");
    assertThat(today("sms", "reminder", "delivered")).hasValue(1);
    store.freezeClock(NOW.plus(Duration.ofDays(1)));
    assertThat(today("sms", "reminder", "delivered")).isEmpty();
  }

  @Test
  void whatIsNotKnownIsNotSaidToBeNought() {
    SimpleMeterRegistry blind = new SimpleMeterRegistry();
    Standing nothing =
        new Standing(
            blind,
            new LedgerMeters(JdbcClient.create(nobodyThere()), EVERY_DAY, blind),
            new Alarms(blind));
    assertThat(nothing.sheet().figures())
        .extracting(Standing.Figure::name)
        .containsOnly("termin.alarm");
  }

  @Test
  void anAlarmStandsThereWithWhatToDo() {
    alarms.raise(Alarm.SCAN_MISSING, 1);
    assertThat(standing.sheet().alarms())
        .containsExactly(Map.entry("SCAN_MISSING", Alarm.SCAN_MISSING.advice()));
    assertThat(figure("termin.alarm", "name", "SCAN_MISSING")).hasValue(1);
  }

  private static DataSource nobodyThere() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setPortNumbers(new int[] {1});
    source.setConnectTimeout(1);
    return source;
  }

  private OptionalDouble today(String channel, String kind, String state) {
    return figure("termin.messages.today", "channel", channel, "kind", kind, "state", state);
  }

  private OptionalDouble figure(String name, String... tags) {
    Map<String, String> wanted = new TreeMap<>();
    for (int at = 0; at < tags.length; at += 2) {
      wanted.put(tags[at], tags[at + 1]);
    }
    return standing.sheet().figures().stream()
        .filter(one -> one.name().equals(name) && one.tags().equals(wanted))
        .mapToDouble(Standing.Figure::value)
        .findAny();
  }

  private static void row(int lane, String state, String ago) {
    store.asAdmin(ROW.formatted(lane, state, ago));
  }

  private static void attempt(String kind, String channel, String state, String ago) {
    store.asAdmin(ATTEMPT.formatted(kind, channel, state, ago));
  }
}
