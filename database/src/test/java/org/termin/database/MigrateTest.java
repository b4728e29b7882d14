package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
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
  void aPasswordIsReplacedByANewFileAndAnotherRun() throws Exception {
    var url = TestServer.newUrl();
    var environment = environment(url);
    assertThat(Migrate.run(environment)).isZero();
    file("notifier", "another one");
    assertThat(Migrate.run(environment)).isZero();
    try (var connection = DriverManager.getConnection(url, "notifier", "another one")) {
      assertThat(connection.isValid(5)).isTrue();
    }
    assertThatThrownBy(() -> DriverManager.getConnection(url, "notifier", "pw-notifier"))
        .hasMessageContaining("notifier");
    // the logins are the server's, which other tests use too
    assertThat(Migrate.run(environment(url))).isZero();
  }

  @Test
  void whatItBacksUpComesBackInAnotherDatabaseAndOnlyInAnEmptyOne() throws IOException {
    var url = TestServer.newUrl();
    assertThat(Migrate.run(environment(url))).isZero();
    TestServer.client(url, Role.NOTIFIER)
        .sql(
            "insert into ledger.reply_seen (key) values (decode('00112233445566778899aabbccddeeff',"
                + " 'hex'))")
        .update();
    var backups = Files.createDirectory(folder.resolve("backups"));
    assertThat(Migrate.run(environment(url), "backup", backups.toString())).isZero();
    assertThat(Migrate.run(environment(url), "backup", backups + "/none")).isOne();
    String file;
    try (var files = Files.list(backups)) {
      file = files.findFirst().orElseThrow().toString();
    }
    assertThat(Migrate.run(environment(url), "restore", file)).as("it is not empty").isOne();

    var other = TestServer.newUrl();
    assertThat(Migrate.run(environment(other), "restore", file)).isZero();
    assertThat(
            TestServer.client(other, Role.NOTIFIER)
                .sql("select count(*) from ledger.reply_seen")
                .query(Long.class)
                .single())
        .isOne();
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
