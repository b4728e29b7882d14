package org.termin.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** One real PostgreSQL for all tests of this module, and fresh databases in it. */
final class TestServer {
  static final Map<Role, String> PASSWORDS =
      Stream.of(Role.values())
          .collect(Collectors.toMap(role -> role, role -> "pw-" + role.login()));
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final EmbeddedPostgres SERVER = start();

  private TestServer() {}

  private static EmbeddedPostgres start() {
    try {
      return EmbeddedPostgres.builder()
          .setServerConfig("fsync", "on")
          .setServerConfig("synchronous_commit", "on")
          .setServerConfig("full_page_writes", "on")
          .start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
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
    Store.migrate(url, "unused", PASSWORDS);
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

  static DataSource asAdmin(String url) {
    return as(url, "postgres");
  }
}
