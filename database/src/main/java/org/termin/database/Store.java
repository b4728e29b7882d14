package org.termin.database;

import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

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
    var admin = new Admin(adminUrl, adminUser, adminPassword);
    var database = JdbcAddress.parse(adminUrl).database();
    try (var connection = admin.connect()) {
      Roles.ensure(connection, database, passwords);
    } catch (SQLException failed) {
      throw Sentences.of(failed, adminUrl);
    }
    run(adminUrl, passwords, "db/migration", "flyway_schema_history");
  }

  /**
   * Gives an already migrated database a clock that can be moved forward ({@code app.simulation}).
   * For trials and tests only, and for ever: real credentials refuse such a database.
   */
  public static void simulateClock(String url, Map<Role, String> passwords) {
    run(url, passwords, "db/simulation", "flyway_simulation_history");
  }

  private static void run(
      String url, Map<Role, String> passwords, String location, String history) {
    try {
      Flyway.configure(Store.class.getClassLoader())
          .dataSource(url, Role.MIGRATOR.login(), passwords.get(Role.MIGRATOR))
          .locations("classpath:" + location)
          .defaultSchema("app")
          .table(history)
          .createSchemas(false)
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
