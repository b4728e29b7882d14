package org.termin.scheduler;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;
import org.termin.contract.engine.StoreRefusal;

/** Refuses to work on a database that is not migrated or not safe; the store says why itself. */
@Component
final class StartCheck implements InitializingBean {
  /** The oldest schema this program can work on. */
  static final int NEEDED_SCHEMA = 6;

  private final DataSource store;

  StartCheck(DataSource store) {
    this.store = store;
  }

  @Override
  public void afterPropertiesSet() {
    try (var connection = store.getConnection();
        var ask = connection.prepareStatement("select app.complaint(?)")) {
      ask.setInt(1, NEEDED_SCHEMA);
      try (var answer = ask.executeQuery()) {
        answer.next();
        var complaint = answer.getString(1);
        if (complaint != null) {
          throw new CannotStart(complaint);
        }
      }
    } catch (SQLException failed) {
      throw new CannotStart(
          StoreRefusal.encryption(failed).orElseGet(() -> sentence(failed)), failed);
    }
  }

  private static String sentence(SQLException failed) {
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        switch (sql.getSQLState()) {
          case "3F000", "42883", "42501" -> {
            return "The database has not been migrated: run termin-migrate.";
          }
          case "28P01", "28000" -> {
            return "PostgreSQL refuses the login scheduler or its password.";
          }
          case "3D000" -> {
            return "PostgreSQL does not have this database: run termin-migrate.";
          }
          default -> {}
        }
      }
    }
    return "PostgreSQL cannot be reached: is it running, and is TERMIN_DB_URL right?";
  }
}
