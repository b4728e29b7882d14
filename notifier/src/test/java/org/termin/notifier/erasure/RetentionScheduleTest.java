package org.termin.notifier.erasure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.erasure.RetentionSchedule.About;
import org.termin.notifier.erasure.RetentionSchedule.Kept;
import org.termin.testkit.TestStore;

/** No table is forgotten, nothing is kept longer than is said, and nothing goes too early. */
class RetentionScheduleTest {
  private static final String KEY = "sha256(gen_random_uuid()::text::bytea)";
  private static final String HASH = "substring(" + KEY + " for 16)";
  private static TestStore store;
  private static House house;

  @BeforeAll
  static void open() {
    store = TestStore.fresh();
    house = House.on(store);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    store.clear();
    store.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
  }

  @Test
  void everyTableOfTheStoreIsListed() {
    List<String> tables =
        store
            .jdbc(Role.MIGRATOR)
            .sql(
                """
                select schemaname || '.' || tablename from pg_tables
                 where schemaname in ('app', 'door', 'people', 'ledger', 'wave', 'organiser')
                   and tablename not like 'flyway%' and tablename <> 'simulation'
                """)
            .query(String.class)
            .list();
    assertThat(RetentionSchedule.all())
        .extracting(Kept::table)
        .containsExactlyInAnyOrderElementsOf(tables);
  }

  @Test
  void whatPointsToARecordGoesWithIt() {
    Set<String> pointing =
        Set.copyOf(
            store
                .jdbc(Role.MIGRATOR)
                .sql(
                    """
                    select conrelid::regclass::text from pg_constraint
                     where contype = 'f' and confrelid = 'people.record'::regclass
                       and confdeltype = 'c'
                    """)
                .query(String.class)
                .list());
    Set<String> registrations =
        Set.copyOf(
            store
                .jdbc(Role.MIGRATOR)
                .sql(
                    """
                    select table_schema || '.' || table_name from information_schema.columns
                     where column_name = 'registration'
                    """)
                .query(String.class)
                .list());
    assertThat(pointing).isEqualTo(registrations).isNotEmpty();
    assertThat(
            RetentionSchedule.all().stream()
                .filter(kept -> kept.about() == About.A_PERSON)
                .map(Kept::table)
                .collect(Collectors.toSet()))
        .containsAll(pointing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # table              | columns                                        | values                                                      | by      | kept              | gone
          door.answer          | message, result, wake_at                       | gen_random_uuid(), 'DONE', $ + interval '1 hour'            | instant | 59 minutes        | 61 minutes
          door.inbox           | id, sealed, tries, wake_at, day                | gen_random_uuid(), '0', 1, 'infinity', $                 | day     | 7 days            | 8 days
          ledger.attempt       | id, kind, sealed, channel, state, wake_at, day | gen_random_uuid(), 'CODE', '', 'SMS', 'DELIVERED', 'infinity', $ | day | 33 days           | 34 days
          ledger.receipt       | attempt, provider_status, day                  | gen_random_uuid(), 'sent', $                                | day     | 33 days           | 34 days
          ledger.contact_day   | key, key_epoch, attempt, day                   | HASH, 1, gen_random_uuid(), $                               | day     | 14 days           | 15 days
          ledger.told          | key, key_epoch, attempt, day                   | HASH, 1, gen_random_uuid(), $                               | day     | 14 days           | 15 days
          ledger.reply_seen    | key, day                                       | HASH, $                                                     | day     | 35 days           | 36 days
          ledger.reply_day     | key, key_epoch, day                            | HASH, 1, $                                                  | day     | 0 days            | 1 day
          ledger.reply_held    | owner, state, sealed, day                      | HASH, 'HELD', '', $                                         | day     | 14 days           | 15 days
          ledger.reply_hour    | hour, replies, contacts                        | date_trunc('hour', $), 1, 1                                 | instant | 27 days           | 29 days
          people.budget        | key, key_epoch, ends_at, used                  | HASH, 1, $, 1                                               | instant | 59 minutes        | 61 minutes
          people.stopped       | index, key_epoch, sealed, day                  | HASH, 1, '', $                                              | day     | 14 days           | 15 days
          """)
  void aRowIsKeptAsLongAsIsSaidAndNoLonger(
      String table, String columns, String values, String by, String kept, String gone) {
    assertThat(RetentionSchedule.all()).extracting(Kept::table).contains(table);
    insert(table, columns, values, by, kept);
    insert(table, columns, values, by, gone);
    house.runWhateverIsScheduled();
    assertThat(count(table)).isEqualTo(1);
    assertThat(
            store
                .jdbc(Role.MIGRATOR)
                .sql("select count(*) from " + table)
                .query(Long.class)
                .single())
        .as("a second look takes no more")
        .isEqualTo(1);
  }

  private static void insert(String table, String columns, String values, String by, String ago) {
    String moment =
        by.equals("day")
            ? "(app.today() - interval '%s')::date".formatted(ago)
            : "(app.now() - interval '%s')".formatted(ago);
    store.asAdmin(
        "insert into %s (%s) values (%s)"
            .formatted(table, columns, values.replace("HASH", HASH).replace("$", moment)));
  }

  private static long count(String table) {
    return store
        .jdbc(Role.MIGRATOR)
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }
}
