package org.termin.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Settings of a PostgreSQL server under which acknowledged work can be lost or anybody can enter.
 * Works before the first migration too, so that {@code doctor} can look at a foreign server.
 */
public final class SafeSettings {
  private static final String ASK =
      """
      select 'fsync=off: a crash would lose people; set fsync=on'
      where current_setting('fsync') <> 'on'
      union all
      select 'full_page_writes=off: a crash would lose people; set full_page_writes=on'
      where current_setting('full_page_writes') <> 'on'
      union all
      select 'synchronous_commit=off: a crash would lose people; set synchronous_commit=on'
      where current_setting('synchronous_commit') = 'off'
      """;
  private static final String ASK_TRUST =
      """
      select 'trust in pg_hba.conf: anybody enters without a password; use scram-sha-256'
      where exists (select from pg_hba_file_rules where auth_method = 'trust')
      """;

  private SafeSettings() {}

  /** Throws a {@link StoreException} with one sentence that names every unsafe setting. */
  public static void check(DataSource admin) {
    var unsafe = unsafe(admin);
    if (!unsafe.isEmpty()) {
      throw new StoreException("PostgreSQL runs with " + String.join(" and with ", unsafe) + ".");
    }
  }

  /**
   * Every unsafe setting with its remedy. Whether anybody is trusted is seen by an administrator
   * only.
   */
  public static List<String> unsafe(DataSource admin) {
    var found = new ArrayList<String>();
    try (var connection = admin.getConnection();
        var statement = connection.createStatement()) {
      ask(statement, ASK, found);
      try (var may =
          statement.executeQuery(
              "select has_table_privilege('pg_catalog.pg_hba_file_rules', 'select')")) {
        may.next();
        if (!may.getBoolean(1)) {
          return found;
        }
      }
      ask(statement, ASK_TRUST, found);
      return found;
    } catch (SQLException failed) {
      throw new StoreException("The database does not answer: is PostgreSQL running?", failed);
    }
  }

  private static void ask(Statement statement, String question, List<String> found)
      throws SQLException {
    try (var answers = statement.executeQuery(question)) {
      while (answers.next()) {
        found.add(answers.getString(1));
      }
    }
  }
}
