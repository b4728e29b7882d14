package org.termin.database;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.termin.database.backup.Restore;

/**
 * Brings a PostgreSQL database to the schema this version of Termin needs. Safe to repeat and to
 * run twice at once.
 */
public final class Store {
  private static final String ADMIN = "postgres";

  private Store() {}

  /**
   * Makes or updates everything: the database if it is missing, the five logins, the schema.
   *
   * @param adminUrl jdbc:postgresql://host:port/database
   * @throws StoreException with one sentence when that cannot be done
   */
  public static void migrate(String adminUrl, String adminPassword, Map<Role, String> passwords) {
    migrate(adminUrl, ADMIN, adminPassword, passwords);
  }

  /** The same with an administrator of another name. */
  public static void migrate(
      String adminUrl, String adminUser, String adminPassword, Map<Role, String> passwords) {
    prepare(new Admin(adminUrl, adminUser, adminPassword), passwords);
    run(adminUrl, passwords, "db/migration", "flyway_schema_history", "latest");
  }

  /**
   * The same up to an older version of the schema, for a backup that was taken then.
   *
   * @throws StoreException with one sentence when that cannot be done
   */
  public static void migrateTo(
      int schema, String adminUrl, String adminPassword, Map<Role, String> passwords) {
    migrateTo(schema, new Admin(adminUrl, ADMIN, adminPassword), passwords);
  }

  static void migrateTo(int schema, Admin admin, Map<Role, String> passwords) {
    if (schema > SchemaVersion.NEEDED) {
      throw new StoreException(
          "The backup is of a newer release than this one: restore it with that release.");
    }
    prepare(admin, passwords);
    run(admin.url(), passwords, "db/migration", "flyway_schema_history", Integer.toString(schema));
  }

  /**
   * Puts a backup into a server without data of ours, by the schema it was taken with, and brings
   * that to this release's; says how many rows it had.
   *
   * @throws StoreException with one sentence when that cannot be done
   */
  public static long restore(
      Restore backup, String adminUrl, String adminPassword, Map<Role, String> passwords)
      throws SQLException, IOException {
    return restore(backup, new Admin(adminUrl, ADMIN, adminPassword), passwords);
  }

  static long restore(Restore backup, Admin admin, Map<Role, String> passwords)
      throws SQLException, IOException {
    migrateTo(backup.schema(), admin, passwords);
    long rows;
    try (var connection = admin.connect()) {
      rows = backup.into(connection);
    }
    migrate(admin.url(), admin.user(), admin.password(), passwords);
    return rows;
  }

  /**
   * Gives an already migrated database a clock that can be moved forward ({@code app.simulation}).
   * For trials and tests only, and for ever: real credentials refuse such a database.
   */
  public static void simulateClock(String url, Map<Role, String> passwords) {
    run(url, passwords, "db/simulation", "flyway_simulation_history", "latest");
  }

  private static void prepare(Admin admin, Map<Role, String> passwords) {
    try (var connection = admin.connect()) {
      Roles.ensure(connection, JdbcAddress.parse(admin.url()).database(), passwords);
    } catch (SQLException failed) {
      throw Sentences.of(failed, admin.url());
    }
  }

  private static void run(
      String url, Map<Role, String> passwords, String location, String history, String target) {
    try {
      Flyway.configure(Store.class.getClassLoader())
          .dataSource(url, Role.MIGRATOR.login(), passwords.get(Role.MIGRATOR))
          .locations("classpath:" + location)
          .defaultSchema("app")
          .table(history)
          .createSchemas(false)
          .target(target)
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .validateMigrationNaming(true)
          .failOnMissingLocations(true)
          .connectRetries(3)
          .load()
          .migrate();
    } catch (FlywayException failed) {
      throw Sentences.of(failed, url);
    }
  }
}
