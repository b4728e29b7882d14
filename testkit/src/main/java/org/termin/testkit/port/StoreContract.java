package org.termin.testkit.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.termin.database.Role;
import org.termin.database.Store;

/** What Termin needs of a PostgreSQL, whoever runs it. */
public abstract class StoreContract {
  private static final Map<Role, String> PASSWORDS =
      Stream.of(Role.values())
          .collect(Collectors.toMap(role -> role, role -> "secret-of-" + role.login()));

  /** JDBC address of a database that may be made or exist. */
  protected abstract String url();

  /** The administrator's name. */
  protected abstract String admin();

  /** The administrator's password. */
  protected abstract String adminPassword();

  @Test
  void isMigratedTwiceWithoutHarm() throws SQLException {
    migrate();
    migrate();
    assertThat(ask(Role.SCHEDULER, "select count(*) from ledger.reminder")).isEqualTo("0");
  }

  @Test
  void letsTheDoorInsertAndNotRead() throws SQLException {
    migrate();
    try (Connection door = connect(Role.TRACKER);
        Statement statement = door.createStatement()) {
      statement.execute("insert into door.inbox (id, sealed) values (gen_random_uuid(), '\\x00')");
      assertThatThrownBy(() -> statement.executeQuery("select id from door.inbox"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void keepsWhatItAcknowledged() throws SQLException {
    migrate();
    assertThat(ask(Role.NOTIFIER, "show fsync")).isEqualTo("on");
    assertThat(ask(Role.NOTIFIER, "show synchronous_commit")).isEqualTo("on");
    assertThat(ask(Role.NOTIFIER, "show full_page_writes")).isEqualTo("on");
  }

  @Test
  void tellsTheTime() throws SQLException {
    migrate();
    assertThat(ask(Role.TRACKER, "select app.now() = now()")).isEqualTo("t");
  }

  @Test
  void refusesAWrongPassword() {
    migrate();
    assertThatThrownBy(() -> DriverManager.getConnection(url(), Role.NOTIFIER.login(), "guess"))
        .isInstanceOf(SQLException.class);
  }

  private void migrate() {
    Store.migrate(url(), admin(), adminPassword(), PASSWORDS);
  }

  private Connection connect(Role role) throws SQLException {
    return DriverManager.getConnection(url(), role.login(), PASSWORDS.get(role));
  }

  private String ask(Role role, String question) throws SQLException {
    try (Connection connection = connect(role);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      answer.next();
      return String.valueOf(answer.getString(1));
    }
  }
}
