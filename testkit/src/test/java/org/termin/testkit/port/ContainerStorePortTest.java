package org.termin.testkit.port;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.testcontainers.postgresql.PostgreSQLContainer;

@NeedsImage("postgres:18")
class ContainerStorePortTest extends StoreContract {
  private static final PostgreSQLContainer STORE =
      new PostgreSQLContainer("postgres:18")
          .withUsername("postgres")
          .withPassword("superuser-of-a-test")
          .withDatabaseName("termin")
          // the container library switches durability off, which is what this test is about
          .withCommand("postgres");

  @BeforeAll
  static void start() {
    STORE.start();
  }

  @AfterAll
  static void stop() {
    STORE.stop();
  }

  @Override
  protected String url() {
    String url = STORE.getJdbcUrl();
    int options = url.indexOf('?');
    return options < 0 ? url : url.substring(0, options);
  }

  @Override
  protected String admin() {
    return STORE.getUsername();
  }

  @Override
  protected String adminPassword() {
    return STORE.getPassword();
  }
}
