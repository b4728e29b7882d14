package org.termin.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.termin.database.Role;
import org.termin.testkit.TestStore;

class StartCheckTest {
  private static final TestStore STORE = TestStore.fresh();

  @TempDir Path folder;

  @Test
  void aSafeAndMigratedStoreIsAccepted() {
    new StartCheck(STORE.dataSource(Role.SCHEDULER)).afterPropertiesSet();
  }

  @Test
  void aStoreThatWasNeverMigratedIsRefused() {
    var store = TestStore.fresh();
    store.asAdmin("drop schema app cascade");

    assertThatThrownBy(() -> new StartCheck(source(store)).afterPropertiesSet())
        .isInstanceOf(CannotStart.class)
        .hasMessage("The database has not been migrated: run termin-migrate.");
  }

  @Test
  void anOlderSchemaIsRefused() {
    var store = TestStore.fresh();
    store.asAdmin(
        "delete from app.flyway_schema_history where version::int >= " + StartCheck.NEEDED_SCHEMA);

    assertThatThrownBy(() -> new StartCheck(source(store)).afterPropertiesSet())
        .isInstanceOf(CannotStart.class)
        .hasMessage(
            "The database schema is version %d but this program needs version %d: run termin-migrate."
                .formatted(StartCheck.NEEDED_SCHEMA - 1, StartCheck.NEEDED_SCHEMA));
  }

  @Test
  void unsafeSettingsAreRefused() {
    var store = TestStore.fresh();
    var source = source(store);
    source.setOptions("-c synchronous_commit=off");

    assertThatThrownBy(() -> new StartCheck(source).afterPropertiesSet())
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("synchronous_commit=off");
  }

  @Test
  void aWrongPasswordAndAMissingServerAreTold() {
    var wrong = source(STORE);
    wrong.setPassword("wrong");
    assertThatThrownBy(() -> new StartCheck(wrong).afterPropertiesSet())
        .hasMessage("PostgreSQL refuses the login scheduler or its password.");

    var nowhere = new PGSimpleDataSource();
    nowhere.setUrl("jdbc:postgresql://127.0.0.1:1/termin");
    assertThatThrownBy(() -> new StartCheck(nowhere).afterPropertiesSet())
        .hasMessage("PostgreSQL cannot be reached: is it running, and is TERMIN_DB_URL right?");
  }

  @Test
  void theOperatorReadsOneSentence() {
    var said = new ByteArrayOutputStream();
    var before = System.err;
    System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      assertThatThrownBy(
              () ->
                  SpringApplication.run(
                      SchedulerApplication.class,
                      "--termin.db.scheduler-password-file=" + folder.resolve("none")))
          .isInstanceOf(RuntimeException.class);
    } finally {
      System.setErr(before);
    }

    assertThat(said.toString(StandardCharsets.UTF_8))
        .isEqualToIgnoringNewLines(
            "The scheduler cannot start: the file that TERMIN_DB_SCHEDULER_PASSWORD_FILE names"
                + " cannot be read.");
  }

  private static PGSimpleDataSource source(TestStore store) {
    var source = new PGSimpleDataSource();
    source.setUrl(store.url());
    source.setUser("scheduler");
    source.setPassword(store.password(Role.SCHEDULER));
    return source;
  }
}
