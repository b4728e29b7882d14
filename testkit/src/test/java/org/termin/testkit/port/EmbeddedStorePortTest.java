package org.termin.testkit.port;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.termin.embedded.EmbeddedStore;

class EmbeddedStorePortTest extends StoreContract {
  @TempDir static Path folder;
  private static EmbeddedStore store;

  @BeforeAll
  static void start() {
    store = EmbeddedStore.start(folder.resolve("postgres"), folder.resolve("secrets"));
  }

  @AfterAll
  static void stop() {
    store.close();
  }

  @Override
  protected String url() {
    return store.url();
  }

  @Override
  protected String admin() {
    return EmbeddedStore.ADMIN;
  }

  @Override
  protected String adminPassword() {
    return store.password();
  }
}
