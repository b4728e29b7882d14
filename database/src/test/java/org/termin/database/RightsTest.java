package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The architecture's store table, as a table, against what the catalog says. */
class RightsTest {
  // every role has a column; what is not named here must not exist
  private static final String RIGHTS =
      """
      table                    | role         | rights
      app.closing              | notifier     | DELETE INSERT SELECT UPDATE
      app.closing              | tracker      | SELECT
      app.edition              | notifier     | DELETE INSERT SELECT
      door.answer              | notifier     | DELETE INSERT SELECT(message,wake_at)
      door.inbox               | notifier     | DELETE SELECT UPDATE(tries,wake_at)
      door.inbox               | tracker      | INSERT(id,sealed)
      ledger.attempt           | notifier     | DELETE INSERT SELECT UPDATE
      ledger.contact_day       | notifier     | DELETE INSERT SELECT UPDATE
      ledger.daily             | notifier     | INSERT SELECT UPDATE
      ledger.heartbeat         | notifier     | SELECT
      ledger.heartbeat         | scheduler    | DELETE INSERT SELECT UPDATE
      ledger.receipt           | notifier     | DELETE INSERT SELECT UPDATE
      ledger.reminder          | notifier     | DELETE INSERT SELECT UPDATE
      ledger.reminder          | scheduler    | SELECT(id,lane,state,turn,wake_at) UPDATE(state,turn,wake_at)
      ledger.reply_day         | notifier     | DELETE INSERT SELECT UPDATE
      ledger.reply_held        | notifier     | DELETE INSERT SELECT UPDATE
      ledger.reply_hour        | notifier     | DELETE INSERT SELECT UPDATE
      ledger.reply_seen        | notifier     | DELETE INSERT SELECT UPDATE
      ledger.tally             | notifier     | INSERT SELECT UPDATE
      ledger.told              | notifier     | DELETE INSERT SELECT UPDATE
      organiser.audit          | tracker      | DELETE INSERT SELECT UPDATE
      organiser.community      | notifier     | INSERT(id,join_code) SELECT
      organiser.community      | tracker      | SELECT
      organiser.invitation     | notifier     | DELETE INSERT(community,expires_at,hash,id,role) SELECT(expires_at)
      organiser.invitation     | tracker      | DELETE INSERT SELECT UPDATE
      organiser.organiser      | notifier     | SELECT(active,community,role)
      organiser.organiser      | tracker      | DELETE INSERT SELECT UPDATE
      organiser.passkey        | tracker      | DELETE INSERT SELECT UPDATE
      people.budget            | notifier     | DELETE INSERT SELECT UPDATE
      people.contact_index     | notifier     | DELETE INSERT SELECT UPDATE
      people.epoch             | notifier     | INSERT SELECT
      people.record            | notifier     | DELETE INSERT SELECT UPDATE
      people.stopped           | notifier     | DELETE INSERT SELECT UPDATE
      people.verification      | notifier     | DELETE INSERT SELECT UPDATE
      quartz.*                 | scheduler    | DELETE INSERT SELECT UPDATE
      wave.cell                | notifier     | DELETE INSERT SELECT
      wave.cell                | organiser_ro | SELECT
      wave.cell                | tracker      | SELECT
      wave.community_cell      | notifier     | DELETE INSERT SELECT
      wave.community_cell      | organiser_ro | SELECT
      wave.counted             | notifier     | INSERT SELECT UPDATE
      wave.counted             | organiser_ro | SELECT
      wave.counted             | tracker      | SELECT
      wave.draw                | notifier     | DELETE INSERT SELECT UPDATE
      wave.opt_out             | notifier     | DELETE INSERT SELECT
      wave.opt_out             | organiser_ro | SELECT
      wave.opt_out             | tracker      | SELECT
      wave.punctuality         | notifier     | DELETE INSERT SELECT
      wave.punctuality         | organiser_ro | SELECT
      wave.punctuality         | tracker      | SELECT
      wave.release             | notifier     | DELETE INSERT SELECT
      wave.release             | organiser_ro | SELECT
      wave.release             | tracker      | SELECT
      wave.report_cell         | notifier     | DELETE INSERT SELECT
      wave.report_cell         | organiser_ro | SELECT
      wave.report_cell         | tracker      | SELECT
      wave.report_draw         | notifier     | DELETE INSERT SELECT UPDATE
      """;
  private static final String FUNCTIONS =
      """
      app.complaint                | notifier organiser_ro scheduler tracker
      app.now                      | notifier organiser_ro scheduler tracker
      app.today                    | notifier organiser_ro scheduler tracker
      app.trusts                   |
      door.answer_for              | tracker
      ledger.refuse_scheduler      |
      organiser.close              | notifier
      organiser.found              | notifier
      people.person_view           | tracker
      """;
  private static final String URL = TestServer.migrated();
  private static final JdbcClient ADMIN = TestServer.client(URL, "postgres");

  @Test
  void everyRoleHasExactlyTheRightsOfTheTable() {
    assertThat(String.join("\n", rightsInTheCatalog()))
        .isEqualTo(String.join("\n", expectedRights()));
  }

  @Test
  void everyFunctionIsOpenToExactlyTheRolesOfTheTable() {
    var found =
        ADMIN
            .sql(
                """
                select n.nspname || '.' || p.proname || ' | ' || coalesce(string_agg(r.rolname, ' '
                         order by r.rolname) filter (where has_function_privilege(r.oid, p.oid, 'execute')), '')
                from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
                     (select oid, rolname from pg_roles where rolname = any (:roles)) r
                where n.nspname in ('app', 'door', 'people', 'ledger', 'wave', 'organiser', 'quartz')
                group by n.nspname, p.proname order by n.nspname, p.proname
                """)
            .param("roles", SERVICES)
            .query(String.class)
            .list();

    assertThat(found.stream().map(String::strip))
        .containsExactlyElementsOf(
            FUNCTIONS.lines().map(line -> line.replaceAll(" +", " ").strip()).toList());
  }

  @Test
  void functionsWithMoreRightsThanTheirCallerRunWithAFixedSearchPath() {
    var loose =
        ADMIN
            .sql(
                """
                select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                where p.prosecdef and n.nspname in ('app', 'door', 'people', 'ledger', 'organiser')
                  and not coalesce('search_path=pg_catalog, pg_temp' = any (p.proconfig), false)
                """)
            .query(String.class)
            .list();

    assertThat(loose).isEmpty();
  }

  @Test
  void noServiceRoleMayMakeAnythingOrOwnsAnything() {
    var found =
        ADMIN
            .sql(
                """
                select r.rolname || ' may ' || privilege || ' in ' || n.nspname
                from pg_roles r, pg_namespace n, unnest(array['create']) privilege
                where r.rolname = any (:roles) and has_schema_privilege(r.oid, n.oid, privilege)
                union all
                select r.rolname || ' may ' || privilege || ' at the database'
                from pg_roles r, unnest(array['create', 'temporary']) privilege
                where r.rolname = any (:roles)
                  and has_database_privilege(r.oid, current_database(), privilege)
                union all
                select r.rolname || ' owns ' || c.relname
                from pg_roles r join pg_class c on c.relowner = r.oid where r.rolname = any (:roles)
                union all
                select r.rolname || ' is more than a login'
                from pg_roles r
                where r.rolname = any (:roles)
                  and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
                union all
                select m.rolname || ' is a member of ' || g.rolname
                from pg_auth_members a join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
                where m.rolname = any (:roles)
                """)
            .param("roles", SERVICES)
            .query(String.class)
            .list();

    assertThat(found).isEmpty();
  }

  private static final String[] SERVICES = {"notifier", "organiser_ro", "scheduler", "tracker"};
  private static final Pattern QUARTZ = Pattern.compile("quartz\\.\\w+");

  private static List<String> expectedRights() {
    return RIGHTS
        .lines()
        .skip(1)
        .map(line -> line.split("\\|", -1))
        .filter(cells -> !cells[1].isBlank())
        .map(
            cells -> "%s | %s | %s".formatted(cells[0].strip(), cells[1].strip(), cells[2].strip()))
        .toList();
  }

  private static List<String> rightsInTheCatalog() {
    return ADMIN
        .sql(
            """
            with whole as (
              select n.nspname || '.' || c.relname as name, c.oid, r.rolname, right_name,
                     has_table_privilege(r.oid, c.oid, right_name) as held
              from pg_class c join pg_namespace n on n.oid = c.relnamespace, pg_roles r,
                   unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER',
                                'MAINTAIN']) right_name
              where n.nspname in ('app', 'door', 'people', 'ledger', 'wave', 'organiser', 'quartz')
                and c.relkind in ('r', 'v', 'm', 'p') and r.rolname = any (:roles)),
            parts as (
              select w.name, w.rolname, w.right_name, string_agg(a.attname, ',' order by a.attname) as columns
              from whole w join pg_attribute a on a.attrelid = w.oid and a.attnum > 0 and not a.attisdropped
              where not w.held and w.right_name in ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                and has_column_privilege(w.rolname, w.oid, a.attnum, w.right_name)
              group by w.name, w.rolname, w.right_name),
            held as (
              select name, rolname, right_name as text from whole where held
              union all
              select name, rolname, right_name || '(' || columns || ')' from parts)
            select name, rolname, string_agg(text, ' ' order by text) as rights
            from held group by name, rolname
            """)
        .param("roles", SERVICES)
        .query()
        .listOfRows()
        .stream()
        .collect(
            Collectors.toMap(
                row ->
                    QUARTZ.matcher((String) row.get("name")).replaceAll("quartz.*")
                        + " | "
                        + row.get("rolname"),
                row -> (String) row.get("rights"),
                RightsTest::sameForAll,
                TreeMap::new))
        .entrySet()
        .stream()
        .map((Map.Entry<String, String> entry) -> entry.getKey() + " | " + entry.getValue())
        .toList();
  }

  private static String sameForAll(String one, String other) {
    return one.equals(other) ? one : "not the same for all: " + one + "; " + other;
  }
}
