package org.termin.database;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Turns what the driver and Flyway throw into one sentence that says what to do. */
final class Sentences {
  private Sentences() {}

  static StoreException of(SQLException failed, String url) {
    var state = String.valueOf(failed.getSQLState());
    var sentence =
        switch (state) {
          case "28P01", "28000" ->
              "PostgreSQL at " + place(url) + " refuses the login or its password.";
          case "08001", "08004", "08006" ->
              "PostgreSQL at " + place(url) + " cannot be reached: is it running?";
          case "42501" ->
              "The administrator's login at "
                  + place(url)
                  + " lacks the rights to make roles and schemas.";
          default ->
              "PostgreSQL at " + place(url) + " refused the migration (SQL state " + state + ").";
        };
    return new StoreException(sentence, failed);
  }

  static StoreException of(FlywayException failed, String url) {
    if (failed instanceof FlywayValidateException) {
      return new StoreException(
          "The database at "
              + place(url)
              + " was migrated by other scripts than this version's: use the version that made it"
              + " or a newer one.",
          failed);
    }
    for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && cannotEnter(sql)) {
        return of(sql, url);
      }
    }
    return new StoreException(
        "A migration failed at " + place(url) + " and was rolled back: nothing has changed.",
        failed);
  }

  private static boolean cannotEnter(SQLException failed) {
    var state = String.valueOf(failed.getSQLState());
    return state.startsWith("08") || state.startsWith("28");
  }

  // the address without its options, which may hold secrets
  private static String place(String url) {
    return JdbcAddress.parse(url).place();
  }
}
