package org.termin.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.Set;

/** The administrator's login at one database; used only while migrating. */
record Admin(String url, String user, String password) {
  private static final Set<String> MADE_MEANWHILE = Set.of("42P04", "23505");
  private static final String NO_SUCH_DATABASE = "3D000";

  /** Connects, and makes the database first where the server does not have it yet. */
  Connection connect() throws SQLException {
    try {
      return connect(url);
    } catch (SQLException refused) {
      if (!NO_SUCH_DATABASE.equals(refused.getSQLState())) {
        throw refused;
      }
      createDatabase();
      return connect(url);
    }
  }

  private Connection connect(String at) throws SQLException {
    var login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    login.setProperty("connectTimeout", "10");
    login.setProperty("ApplicationName", "termin-migrate");
    return DriverManager.getConnection(at, login);
  }

  private void createDatabase() throws SQLException {
    var address = JdbcAddress.parse(url);
    try (var server = connect(address.at("postgres"));
        var statement = server.createStatement()) {
      statement.execute("create database " + statement.enquoteIdentifier(address.database(), true));
    } catch (SQLException failed) {
      // another migration was quicker: both find it there
      if (!MADE_MEANWHILE.contains(String.valueOf(failed.getSQLState()))) {
        throw failed;
      }
    }
  }

  @Override
  public String toString() {
    return "Admin[url=" + url + ", user=" + user + "]";
  }
}
