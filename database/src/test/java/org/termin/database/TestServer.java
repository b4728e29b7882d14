package org.termin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** One real PostgreSQL for all tests of this module, and fresh databases in it. */
final class TestServer {
  static final String ADMIN_PASSWORD = "pw-postgres";
  static final Map<Role, String> PASSWORDS =
      Stream.of(Role.values())
          .collect(Collectors.toMap(role -> role, role -> "pw-" + role.login()));
  private static final Map<String, DataSource> CLIENTS = new ConcurrentHashMap<>();
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final String PASSWORDS_ONLY = "host all all all scram-sha-256\n";
  private static Path hbaFile = Path.of("");
  private static final EmbeddedPostgres SERVER = start();

  private TestServer() {}

  private static EmbeddedPostgres start() {
    try {
      var server =
          EmbeddedPostgres.builder()
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on")
              .start();
      demandPasswords(server.getPostgresDatabase());
      return server;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void demandPasswords(DataSource trusted) throws IOException {
    var client = JdbcClient.create(trusted);
    client.sql("alter role postgres password '" + ADMIN_PASSWORD + "'").update();
    hbaFile = Path.of(client.sql("show hba_file").query(String.class).single());
    Files.writeString(hbaFile, PASSWORDS_ONLY);
    client.sql("select pg_reload_conf()").query(Boolean.class).single();
  }

  /** Runs something while pg_hba.conf holds one line more (the running server does not read it). */
  static void withHbaLine(String line, Runnable action) throws IOException {
    Files.writeString(hbaFile, PASSWORDS_ONLY + line + "\n");
    try {
      action.run();
    } finally {
      Files.writeString(hbaFile, PASSWORDS_ONLY);
    }
  }

  static String newUrl() {
    return urlOf("test_" + COUNT.incrementAndGet());
  }

  static String urlOf(String database) {
    return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + database;
  }

  /** The address of a new, migrated database. */
  static String migrated() {
    var url = newUrl();
    Store.migrate(url, ADMIN_PASSWORD, PASSWORDS);
    return url;
  }

  static DataSource as(String url, String login) {
    var source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(login);
    source.setPassword("pw-" + login);
    return source;
  }

  static DataSource as(String url, Role role) {
    return as(url, role.login());
  }

  /** One connection of this login, kept open. */
  static JdbcClient client(String url, String login) {
    return JdbcClient.create(
        CLIENTS.computeIfAbsent(
            url + login, _ -> new SingleConnectionDataSource(url, login, "pw-" + login, true)));
  }

  static JdbcClient client(String url, Role role) {
    return client(url, role.login());
  }

  static DataSource asAdmin(String url) {
    return as(url, "postgres");
  }
}
