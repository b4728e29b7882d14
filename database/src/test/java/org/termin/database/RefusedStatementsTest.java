package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.NestedExceptionUtils;

/** Statements an intruder would try with a service's password, run for real. */
class RefusedStatementsTest {
  private static final String URL = TestServer.migrated();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tracker      | select * from door.inbox
          tracker      | select count(*) from door.inbox
          tracker      | select id from door.inbox limit 1
          tracker      | select count(*) from people.record
          tracker      | select id from people.record
          tracker      | select 1 from people.record
          tracker      | select result from door.answer
          tracker      | delete from door.inbox
          tracker      | update door.inbox set tries = 5
          tracker      | insert into door.inbox (id, sealed, wake_at) values (gen_random_uuid(), '', 'infinity')
          tracker      | insert into door.inbox (id, sealed) values (gen_random_uuid(), '') returning day
          tracker      | insert into door.inbox (id, sealed) values (gen_random_uuid(), '') on conflict (id) do update set sealed = ''
          tracker      | insert into door.answer values (gen_random_uuid(), 'DONE', now())
          tracker      | insert into people.record (id) values (gen_random_uuid())
          tracker      | update people.record set state = 2
          tracker      | delete from people.contact_index
          tracker      | select * from people.contact_index
          tracker      | select * from ledger.reminder
          tracker      | select * from ledger.attempt
          tracker      | insert into wave.punctuality values ('2026-01-05', 0, 95)
          tracker      | delete from wave.punctuality
          tracker      | insert into wave.opt_out values ('2026-01-05', 0)
          tracker      | delete from wave.opt_out
          tracker      | update wave.counted set day = '2026-01-05'
          tracker      | insert into wave.release values ('2026-01-05')
          tracker      | insert into wave.cell values ('2026-01-05', 'PL', 'passport', '2026-01-01', 3, 45, '2026-01-05')
          tracker      | select * from wave.community_cell
          tracker      | select * from wave.draw
          tracker      | insert into organiser.community (id, join_code) values (gen_random_uuid(), 'ABC')
          tracker      | update organiser.community set active = true
          tracker      | select organiser.close('ABC')
          tracker      | select organiser.found(gen_random_uuid(), '', '')
          tracker      | insert into wave.report_cell values ('2026-01-05', 'PL', 'too-early', 45, '2026-01-05')
          tracker      | delete from wave.report_cell
          tracker      | select * from wave.report_draw
          tracker      | select * from quartz.qrtz_triggers
          tracker      | select * from app.flyway_schema_history
          tracker      | create temporary table loot (id uuid)
          tracker      | create table public.loot (id uuid)
          tracker      | create function app.loot() returns int language sql return 1
          tracker      | select * from pg_catalog.pg_hba_file_rules
          tracker      | select * from pg_catalog.pg_authid
          tracker      | select app.trusts()
          tracker      | set role notifier
          tracker      | alter function app.now() owner to tracker
          tracker      | truncate door.inbox
          tracker      | copy people.record to stdout
          tracker      | select reltuples from pg_class
          tracker      | select * from pg_class
          tracker      | select n_live_tup from pg_stat_user_tables
          tracker      | select * from pg_stat_all_indexes
          tracker      | select * from pg_statio_user_tables
          tracker      | select pg_relation_size('people.record')
          tracker      | select pg_total_relation_size('people.record')
          tracker      | select pg_database_size(current_database())
          tracker      | select pg_stat_get_live_tuples('people.record'::regclass)
          tracker      | select pg_stat_get_tuples_inserted('people.record'::regclass)
          tracker      | select pg_read_file('/etc/hostname')
          scheduler    | select ref from ledger.reminder
          scheduler    | select sealed_ref from ledger.reminder
          scheduler    | select due_at from ledger.reminder
          scheduler    | select * from ledger.reminder
          scheduler    | delete from ledger.reminder
          scheduler    | update ledger.reminder set due_at = now()
          scheduler    | update ledger.reminder set ref = ''
          scheduler    | update ledger.reminder set tries = 0
          scheduler    | insert into ledger.reminder (id) values (gen_random_uuid())
          scheduler    | truncate ledger.reminder
          scheduler    | alter table ledger.reminder disable trigger scheduler_moves
          scheduler    | drop trigger scheduler_moves on ledger.reminder
          scheduler    | set session_replication_role = replica
          scheduler    | select * from ledger.attempt
          scheduler    | select * from people.record
          scheduler    | select people.person_view('')
          scheduler    | select door.answer_for(gen_random_uuid())
          scheduler    | select * from door.inbox
          scheduler    | set role notifier
          notifier     | insert into door.inbox (id, sealed) values (gen_random_uuid(), '')
          notifier     | update door.inbox set sealed = ''
          notifier     | select result from door.answer
          notifier     | update door.answer set result = 'DONE'
          notifier     | insert into ledger.heartbeat values ('scan', now(), 0)
          notifier     | update wave.cell set households = 50
          notifier     | update wave.opt_out set of_hundred = 10
          notifier     | update wave.report_cell set households = 50
          notifier     | update wave.punctuality set in_time = 95
          notifier     | select * from organiser.passkey
          notifier     | select handle from organiser.organiser
          notifier     | select 1 from organiser.organiser where handle = gen_random_uuid()
          notifier     | delete from organiser.organiser where not active
          notifier     | update organiser.organiser set active = true
          notifier     | insert into organiser.organiser (handle, community, role) values (gen_random_uuid(), gen_random_uuid(), 'OPERATOR')
          notifier     | select hash from organiser.invitation
          notifier     | update organiser.invitation set seconded_by = gen_random_uuid()
          notifier     | insert into organiser.invitation (id, hash, community, role, expires_at, founding) values (gen_random_uuid(), '', gen_random_uuid(), 'OPERATOR', now(), gen_random_uuid())
          notifier     | update organiser.community set active = true
          notifier     | delete from organiser.community
          notifier     | select * from organiser.audit
          notifier     | select * from quartz.qrtz_triggers
          notifier     | alter table people.record add column name text
          organiser_ro | insert into wave.release values ('2026-01-05')
          organiser_ro | insert into wave.opt_out values ('2026-01-05', 0)
          organiser_ro | select * from wave.draw
          organiser_ro | select * from wave.report_draw
          organiser_ro | select * from people.record
          organiser_ro | select people.person_view('')
          organiser_ro | select * from ledger.reminder
          organiser_ro | select * from organiser.organiser
          """)
  void isRefused(String role, String statement) {
    var client = TestServer.client(URL, role);

    assertThatThrownBy(() -> client.sql(statement).query().listOfRows())
        .satisfies(
            thrown -> {
              var cause = NestedExceptionUtils.getMostSpecificCause(thrown);
              assertThat(cause).isInstanceOf(SQLException.class);
              assertThat(((SQLException) cause).getSQLState())
                  .as(cause.getMessage())
                  .isEqualTo("42501");
            });
  }
}
