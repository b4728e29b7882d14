package org.termin.database;

import java.sql.SQLException;
import javax.sql.DataSource;

/** The schema version this version of Termin needs, and the check that a database has it. */
public final class SchemaVersion {
  /** The newest script below {@code db/migration}. */
  public static final int NEEDED = 16;

  private SchemaVersion() {}

  /**
   * Throws a {@link StoreException} with one sentence unless the database has been migrated and is
   * safe to run on. Services, which do not depend on this module, ask {@code app.complaint}
   * themselves.
   */
  public static void check(DataSource database) {
    try (var connection = database.getConnection();
        var ask = connection.prepareStatement("select app.complaint(?)")) {
      ask.setInt(1, NEEDED);
      try (var answer = ask.executeQuery()) {
        answer.next();
        var complaint = answer.getString(1);
        if (complaint != null) {
          throw new StoreException(complaint);
        }
      }
    } catch (SQLException failed) {
      throw switch (String.valueOf(failed.getSQLState())) {
        case "3F000", "42883", "42501" ->
            new StoreException("The database has not been migrated: run termin-migrate.", failed);
        default ->
            new StoreException("The database does not answer: is PostgreSQL running?", failed);
      };
    }
  }
}
