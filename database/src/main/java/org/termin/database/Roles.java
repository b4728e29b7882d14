package org.termin.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The administrator's part, safe to repeat: the five logins with their passwords, and what only an
 * administrator can grant. Everything else is done by the migrator.
 */
final class Roles {
  private Roles() {}

  static void ensure(Connection admin, String database, Map<Role, String> passwords)
      throws SQLException {
    admin.setAutoCommit(false);
    try (var statement = admin.createStatement()) {
      // two migrations of one server (other databases included) wait for each other here
      statement.execute("lock table pg_catalog.pg_authid in share row exclusive mode");
      for (var role : Role.values()) {
        ensureLogin(admin, role, passwords.get(role));
      }
      statement.execute(rightsAt(statement.enquoteIdentifier(database, true)));
      statement.execute(WHO_IS_TRUSTED);
      statement.execute(NOTHING_COUNTS);
    }
    admin.commit();
  }

  private static void ensureLogin(Connection admin, Role role, @Nullable String password)
      throws SQLException {
    if (password == null || password.isBlank()) {
      throw new StoreException(
          "The password of the database login "
              + role.login()
              + " is missing: set "
              + role.passwordFileVariable()
              + " to a file that holds it.");
    }
    try (var statement = admin.createStatement();
        var known =
            statement.executeQuery(
                "select 1 from pg_roles where rolname = '" + role.login() + "'")) {
      var verb = known.next() ? "alter" : "create";
      statement.execute(
          verb
              + " role "
              + role.login()
              + " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls");
    }
    // the driver sends a salted hash: the password itself reaches neither the wire nor the log
    admin
        .unwrap(PGConnection.class)
        .alterUserPassword(role.login(), password.toCharArray(), "scram-sha-256");
  }

  private static String rightsAt(String database) {
    return """
    revoke all on database %1$s from public;
    grant connect on database %1$s to tracker, scheduler, notifier, organiser_ro;
    grant connect, create on database %1$s to migrator;
    revoke all on schema public from public;
    create schema if not exists app authorization migrator;
    """
        .formatted(database);
  }

  // pg_hba.conf is shown to administrators only; this tells the services one bit of it
  private static final String WHO_IS_TRUSTED =
      """
      create or replace function app.trusts() returns boolean
        language plpgsql stable security definer
        set search_path = pg_catalog, pg_temp
        as $$
        begin
          return exists (select from pg_hba_file_rules where auth_method = 'trust');
        exception when insufficient_privilege then
          return false;
        end $$;
      revoke all on function app.trusts() from public;
      grant execute on function app.trusts() to migrator;
      """;

  // PostgreSQL tells every login how many rows a table has, roughly, and how large it is: with that
  // the door could count people. Only the owner keeps seeing it.
  private static final String NOTHING_COUNTS =
      """
      do $$
      declare
        known text;
        teller regprocedure;
        page regclass;
      begin
        select string_agg(quote_ident(attname), ', ') into known from pg_attribute
        where attrelid = 'pg_class'::regclass and attnum > 0
          and attname not in ('reltuples', 'relpages', 'relallvisible', 'relallfrozen');
        revoke select on pg_class from public;
        execute 'grant select (' || known || ') on pg_class to public';
        grant select on pg_class to migrator;
        for teller in
          select oid from pg_proc where pronamespace = 'pg_catalog'::regnamespace
            and (proname ~ '^pg_stat_get_' or proname ~ '^pg_(relation|table|indexes|total_relation|database)_size$')
        loop
          execute format('revoke execute on function %s from public', teller);
        end loop;
        for page in
          select oid from pg_class where relnamespace = 'pg_catalog'::regnamespace and relname ~ '^pg_stat(io|_|$)'
        loop
          execute format('revoke select on %s from public', page);
        end loop;
      end $$;
      """;
}
