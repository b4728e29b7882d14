package org.termin.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.database.Role;
import org.termin.testkit.TestStore;

class StartTest {
  @ParameterizedTest
  @CsvSource({
    "--server.address=0.0.0.0, bind the door to 127.0.0.1",
    "--termin.public-url=https://termin.example, TERMIN_PUBLIC_URL has to be a loopback address",
    "--termin.callback.secret-file=, TERMIN_CALLBACK_SECRET_FILE names no file",
    "--termin.callback.secret-file=/nowhere/secret, cannot be read",
    "--termin.db.password-file=/nowhere/password, cannot be read"
  })
  void saysInOneSentenceWhyItDoesNotOpen(String setting, String sentence) {
    assertThatThrownBy(() -> Door.with("--termin.recording=true", setting))
        .rootCause()
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void refusesADatabaseThatWasNotMigrated() {
    TestStore store = TestStore.fresh();
    store.asAdmin("drop function app.complaint(int)");
    assertThatThrownBy(() -> Store.check(store.dataSource(Role.TRACKER)))
        .isInstanceOf(CannotStart.class)
        .hasMessage("The database has not been migrated: run termin-migrate.");
  }

  @Test
  void saysThatTheDatabaseDoesNotAnswer() {
    try (HikariDataSource nobody = new HikariDataSource()) {
      nobody.setJdbcUrl("jdbc:postgresql://127.0.0.1:1/termin");
      nobody.setUsername("tracker");
      nobody.setConnectionTimeout(1_000);
      nobody.setInitializationFailTimeout(-1);
      assertThatThrownBy(() -> Store.check(nobody))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("is PostgreSQL running");
    }
  }

  @Test
  void wearsTheTestBannerOnEveryPageWhileRecording() {
    Door door = Door.with("--termin.recording=true");
    for (String path : java.util.List.of("/be", "/be/start", "/be/enter", "/be/real")) {
      assertThat(door.get(path).body()).contains("class=\"test\"");
    }
    assertThat(Door.shared().get("/be").body()).doesNotContain("class=\"test\"");
    door.context.close();
  }
}
