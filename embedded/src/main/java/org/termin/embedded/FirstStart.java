package org.termin.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Closes what a fresh server leaves open: a password for everybody, and a database of our own. */
record FirstStart(EmbeddedPostgres server, StoreFolder folder) {
  void finish(String password) throws SQLException, IOException {
    if (folder.finished()) {
      return;
    }
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      // hexadecimal digits only, so the literal is safe
      statement.execute("alter role postgres password '" + password + "'");
      folder.demandPasswords();
      statement.execute("select pg_reload_conf()");
      if (!statement.executeQuery("select from pg_database where datname = 'termin'").next()) {
        statement.execute("create database termin");
      }
    }
    folder.markFinished();
  }
}
