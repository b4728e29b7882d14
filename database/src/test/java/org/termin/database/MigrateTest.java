package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrateTest {
  @TempDir Path folder;

  @Test
  void itReadsItsPasswordsFromFilesAndEndsWithZero() throws IOException {
    var url = TestServer.newUrl();

    assertThat(Migrate.run(environment(url))).isZero();
    assertThat(Migrate.run(environment(url), "--simulated-clock")).isZero();

    assertThat(
            TestServer.client(url, Role.SCHEDULER)
                .sql("select step from app.simulation")
                .query(Long.class)
                .single())
        .isZero();
  }

  @Test
  void itEndsWithOneWhenSomethingIsMissing() throws IOException {
    var environment = environment(TestServer.newUrl());
    environment.remove("TERMIN_DB_TRACKER_PASSWORD_FILE");
    assertThat(Migrate.run(environment)).isOne();

    environment.put("TERMIN_DB_TRACKER_PASSWORD_FILE", folder.resolve("none").toString());
    assertThat(Migrate.run(environment)).isOne();

    environment.put("TERMIN_DB_URL", "mysql://localhost");
    assertThat(Migrate.run(environment(TestServer.newUrl()), "--url", "nonsense")).isOne();
  }

  @Test
  void itShowsNoPasswordWhenPrinted() {
    assertThat(new MigrationSettings(Map.of("SECRET", "hidden")).toString())
        .doesNotContain("hidden");
    assertThat(new Admin("jdbc:x", "postgres", "hidden").toString()).doesNotContain("hidden");
  }

  private Map<String, String> environment(String url) throws IOException {
    var environment = new HashMap<String, String>();
    environment.put("TERMIN_DB_URL", url);
    environment.put("TERMIN_DB_ADMIN_PASSWORD_FILE", file("admin", TestServer.ADMIN_PASSWORD));
    for (var role : Role.values()) {
      environment.put(role.passwordFileVariable(), file(role.login(), "pw-" + role.login() + "\n"));
    }
    return environment;
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }
}
