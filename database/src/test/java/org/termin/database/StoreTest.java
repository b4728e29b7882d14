package org.termin.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class StoreTest {
  private static final List<Role> SERVICES =
      List.of(Role.TRACKER, Role.SCHEDULER, Role.NOTIFIER, Role.ORGANISER_RO);

  @Test
  void migratingTwiceChangesNothingTheSecondTime() {
    var url = TestServer.migrated();
    var before = history(url);

    Store.migrate(url, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);

    assertThat(history(url)).isEqualTo(before);
    assertThat(before.getLast()).startsWith(SchemaVersion.NEEDED + " ");
    assertThatCode(() -> SchemaVersion.check(TestServer.as(url, Role.TRACKER)))
        .doesNotThrowAnyException();
  }

  @Test
  void migrationsOfOneServerMayRunAtTheSameTime() throws Exception {
    var shared = TestServer.newUrl();
    var urls = List.of(shared, shared, TestServer.newUrl(), TestServer.newUrl());
    try (var threads = Executors.newFixedThreadPool(urls.size())) {
      var running =
          threads.invokeAll(
              urls.stream()
                  .map(
                      url ->
                          (Callable<String>)
                              () -> {
                                Store.migrate(url, TestServer.ADMIN_PASSWORD, TestServer.PASSWORDS);
                                return url;
                              })
                  .toList());
      for (var one : running) {
        assertThat(history(one.get()).getLast()).startsWith(SchemaVersion.NEEDED + " ");
      }
    }
  }

  @Test
  void theServicesSeeTheirSchemaVersionAndNothingElseToComplainOf() {
    var url = TestServer.migrated();

    for (var role : SERVICES) {
      assertThat(complaint(url, role, SchemaVersion.NEEDED)).isEmpty();
      assertThat(complaint(url, role, SchemaVersion.NEEDED + 1))
          .contains(
              "The database schema is version %d but this program needs version %d: run termin-migrate."
                  .formatted(SchemaVersion.NEEDED, SchemaVersion.NEEDED + 1));
    }
  }

  @Test
  void theServicesComplainWhereAnybodyIsTrusted() throws IOException {
    var url = TestServer.migrated();

    TestServer.withHbaLine(
        "local nowhere all trust",
        () -> {
          for (var role : SERVICES) {
            assertThat(complaint(url, role, SchemaVersion.NEEDED))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("\"trust\""));
          }
          assertThatThrownBy(() -> SafeSettings.check(TestServer.asAdmin(url)))
              .isInstanceOf(StoreException.class)
              .hasMessage(
                  "PostgreSQL runs with trust in pg_hba.conf: anybody enters without a password;"
                      + " use scram-sha-256.");
        });
    assertThatCode(() -> SafeSettings.check(TestServer.asAdmin(url))).doesNotThrowAnyException();
  }

  private static Optional<String> complaint(String url, Role role, int needed) {
    return TestServer.client(url, role)
        .sql("select app.complaint(:needed)")
        .param("needed", needed)
        .query(String.class)
        .optional();
  }

  @Test
  void synchronousCommitOffIsComplainedOf() {
    var url = TestServer.migrated();
    TestServer.client(url, "postgres")
        .sql("alter role notifier in database " + name(url) + " set synchronous_commit = off")
        .update();

    assertThat(complaint(url, Role.NOTIFIER, SchemaVersion.NEEDED))
        .hasValueSatisfying(sentence -> assertThat(sentence).contains("synchronous_commit=off"));
  }

  @Test
  void aDatabaseThatWasNeverMigratedIsSaidToBeOne() {
    assertThatThrownBy(() -> SchemaVersion.check(TestServer.asAdmin(TestServer.urlOf("postgres"))))
        .isInstanceOf(StoreException.class)
        .hasMessage("The database has not been migrated: run termin-migrate.");
  }

  @Test
  void aMissingPasswordIsNamed() {
    var passwords = new EnumMap<>(TestServer.PASSWORDS);
    passwords.remove(Role.NOTIFIER);

    assertThatThrownBy(
            () -> Store.migrate(TestServer.newUrl(), TestServer.ADMIN_PASSWORD, passwords))
        .isInstanceOf(StoreException.class)
        .hasMessage(
            "The password of the database login notifier is missing: set"
                + " TERMIN_DB_NOTIFIER_PASSWORD_FILE to a file that holds it.");
  }

  @Test
  void aServerThatIsNotThereIsSaidSo() {
    assertThatThrownBy(
            () ->
                Store.migrate(
                    "jdbc:postgresql://localhost:1/termin",
                    TestServer.ADMIN_PASSWORD,
                    TestServer.PASSWORDS))
        .isInstanceOf(StoreException.class)
        .hasMessage("PostgreSQL at localhost:1/termin cannot be reached: is it running?");
  }

  @Test
  void noSqlNowIsHiddenInTheTablesInsteadOfTheOneClock() {
    var url = TestServer.migrated();

    assertThat(
            TestServer.client(url, "postgres")
                .sql(
                    """
                    select table_schema || '.' || table_name || '.' || column_name
                    from information_schema.columns
                    where table_schema in ('door', 'people', 'ledger', 'wave', 'organiser')
                      and column_default ~* '(current_|[^.]now\\(|timestamp\\()'
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  private static List<String> history(String url) {
    return TestServer.client(url, "postgres")
        .sql(
            """
            select version || ' ' || checksum || ' ' || installed_on from app.flyway_schema_history
            where version <> '0' order by installed_rank
            """)
        .query(String.class)
        .list();
  }

  private static String name(String url) {
    return JdbcAddress.parse(url).database();
  }
}
