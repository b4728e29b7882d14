package org.termin.database;

import java.io.FileNotFoundException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Turns what the driver and Flyway throw into one sentence that says what to do. */
final class Sentences {
  private Sentences() {}

  static StoreException of(SQLException failed, String url) {
    if (isOfCertificates(failed)) {
      return new StoreException(
          "PostgreSQL's certificate at "
              + place(url)
              + " cannot be checked or is not the right one: look at sslmode, sslrootcert and the"
              + " host's name in the address (docs/managed.md).",
          failed);
    }
    var state = String.valueOf(failed.getSQLState());
    var sentence =
        switch (state) {
          case "28P01" -> "PostgreSQL at " + place(url) + " refuses the login or its password.";
          case "28000" ->
              "PostgreSQL at "
                  + place(url)
                  + " lets this login in neither from here nor this way: it may want TLS or a"
                  + " client's certificate (docs/managed.md).";
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

  // a wrong host's name has no cause at all; a network's failure is an IOException
  private static boolean isOfCertificates(SQLException failed) {
    for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException
          || cause instanceof GeneralSecurityException
          || cause instanceof FileNotFoundException) {
        return true;
      }
    }
    return failed.getCause() == null && "08006".equals(failed.getSQLState());
  }

  // the address without its options, which may hold secrets
  private static String place(String url) {
    return JdbcAddress.parse(url).place();
  }
}
