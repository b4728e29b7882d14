package org.termin.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {
  @TempDir Path folder;

  @Test
  void keepsWhatWasCommittedWhenTheServerIsKilled() throws SQLException {
    EmbeddedStore first = start();
    try (Connection connection = admin(first);
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept (n int)");
      statement.execute("insert into kept select generate_series(1, 100)");
    }
    first.kill();
    try (EmbeddedStore second = start()) {
      assertThat(ask(second, "select count(*) from kept")).isEqualTo("100");
    }
  }

  @Test
  void runsWithDurableSettingsAndAsksEverybodyForAPassword() throws Exception {
    try (EmbeddedStore store = start()) {
      assertThat(ask(store, "show fsync")).isEqualTo("on");
      assertThat(ask(store, "show synchronous_commit")).isEqualTo("on");
      assertThat(ask(store, "show full_page_writes")).isEqualTo("on");
      assertThat(ask(store, "select string_agg(distinct auth_method, ',') from pg_hba_file_rules"))
          .isEqualTo("scram-sha-256");
      assertThatThrownBy(() -> DriverManager.getConnection(store.url(), "postgres", "guess"))
          .isInstanceOf(SQLException.class);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store.passwordFile())))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void saysInOneSentenceThatTheFolderIsInUse() {
    try (EmbeddedStore store = start()) {
      assertThat(store.pid()).isPositive();
      assertThatThrownBy(this::start)
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("in use")
          .hasMessageContaining("nothing was changed");
    }
  }

  @Test
  void saysInOneSentenceThatTheFolderIsDamaged() throws IOException {
    start().close();
    Path control = folder.resolve("postgres/global/pg_control");
    Files.move(control, folder.resolve("kept-control"));
    assertThatThrownBy(this::start).isInstanceOf(CannotStart.class).hasMessageContaining("damaged");
    Files.move(folder.resolve("kept-control"), control);
    start().close();
  }

  @Test
  void saysInOneSentenceThatThePasswordIsMissing() throws IOException {
    start().close();
    Files.delete(folder.resolve("secrets/postgres-superuser.password"));
    assertThatThrownBy(this::start)
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("password file");
  }

  @Test
  void saysInOneSentenceThatThePortIsTaken() throws IOException {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(
              () ->
                  EmbeddedStore.start(
                      folder.resolve("postgres"), folder.resolve("secrets"), other.getLocalPort()))
          .isInstanceOf(CannotStart.class)
          .hasMessageContaining("taken by another program");
      assertThat(folder.resolve("postgres")).doesNotExist();
    }
  }

  private EmbeddedStore start() {
    return EmbeddedStore.start(folder.resolve("postgres"), folder.resolve("secrets"));
  }

  private static Connection admin(EmbeddedStore store) throws SQLException {
    return DriverManager.getConnection(store.url(), EmbeddedStore.ADMIN, store.password());
  }

  private static String ask(EmbeddedStore store, String question) throws SQLException {
    try (Connection connection = admin(store);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return answer.getString(1);
    }
  }
}
