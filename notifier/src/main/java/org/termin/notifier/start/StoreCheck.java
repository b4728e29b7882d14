package org.termin.notifier.start;

import java.sql.SQLException;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.engine.StoreRefusal;
import org.termin.notifier.CannotStart;

/** Whether the database has our schema and keeps what it promises; asked before anything else. */
@Component
public final class StoreCheck {
  private static final int SCHEMA = 17;
  private final JdbcClient db;

  StoreCheck(JdbcClient db) {
    this.db = db;
    refuse();
  }

  private void refuse() {
    complaint()
        .ifPresent(
            sentence -> {
              throw new CannotStart(sentence);
            });
  }

  private Optional<String> complaint() {
    try {
      return db.sql("select app.complaint(:needed)")
          .param("needed", SCHEMA)
          .query(String.class)
          .optional();
    } catch (CannotGetJdbcConnectionException e) {
      return StoreRefusal.encryption(e)
          .or(() -> Optional.of("The database does not let the notifier in: " + reason(e)));
    } catch (DataAccessException e) {
      return Optional.of("The database has not been prepared: run termin-migrate first.");
    }
  }

  private static String reason(Exception failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof SQLException sql && "28P01".equals(sql.getSQLState())
        ? "the password in TERMIN_DB_NOTIFIER_PASSWORD_FILE is not its password."
        : "nothing answers at SPRING_DATASOURCE_URL, or it refuses connections.";
  }
}
