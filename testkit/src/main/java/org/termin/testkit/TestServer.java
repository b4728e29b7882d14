package org.termin.testkit;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.termin.database.Role;
import org.termin.database.Store;
import org.termin.embedded.EmbeddedStore;

/** The one PostgreSQL of this JVM, with migrated templates from which databases are copied. */
final class TestServer {
  private static final String PLAIN = "template_plain";
  private static final String SIMULATED = "template_simulated";

  private final EmbeddedStore store;
  private final Map<Role, String> passwords = new EnumMap<>(Role.class);
  private boolean plainMade;
  private boolean simulatedMade;

  private TestServer(EmbeddedStore store) {
    this.store = store;
    for (Role role : Role.values()) {
      passwords.put(role, UUID.randomUUID().toString());
    }
  }

  private static final class Holder {
    static final TestServer ONE = launch();
  }

  static TestServer shared() {
    return Holder.ONE;
  }

  private static TestServer launch() {
    try {
      Path folder = Leftovers.newFolder("store");
      EmbeddedStore store =
          EmbeddedStore.start(folder.resolve("postgres"), folder.resolve("secrets"));
      Leftovers.atExit(
          () -> {
            store.kill();
            Leftovers.delete(folder);
          });
      return new TestServer(store);
    } catch (IOException e) {
      throw new IllegalStateException("no folder for the test store", e);
    }
  }

  synchronized String template() {
    if (!plainMade) {
      Store.migrate(url(PLAIN), store.password(), passwords);
      plainMade = true;
    }
    return PLAIN;
  }

  synchronized String simulatedTemplate() {
    if (!simulatedMade) {
      copy(template(), SIMULATED);
      Store.simulateClock(url(SIMULATED), passwords);
      simulatedMade = true;
    }
    return SIMULATED;
  }

  synchronized void copy(String template, String database) {
    try (Connection connection = admin("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database + " template " + template);
      // a copy does not inherit who may connect
      statement.execute(
          "update pg_database set datacl = (select datacl from pg_database where datname = '"
              + template
              + "') where datname = '"
              + database
              + "'");
    } catch (SQLException e) {
      throw new IllegalStateException("no test database could be made", e);
    }
  }

  Connection admin(String database) throws SQLException {
    return DriverManager.getConnection(url(database), EmbeddedStore.ADMIN, store.password());
  }

  String url(String database) {
    return store.url(database);
  }

  Map<Role, String> passwords() {
    return passwords;
  }
}
