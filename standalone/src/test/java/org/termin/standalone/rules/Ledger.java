package org.termin.standalone.rules;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.termin.database.Role;
import org.termin.standalone.supervise.Supervisor;

/** The store as the notifier's role sees it. */
final class Ledger {
  private final Supervisor supervisor;

  Ledger(Supervisor supervisor) {
    this.supervisor = supervisor;
  }

  /** People planned with that edition. */
  long under(int edition) {
    return count("select count(*) from people.record where planned_guidance = " + edition);
  }

  /** How often records were written, over everybody. */
  long versions() {
    return count("select sum(version) from people.record");
  }

  long count(String sql) {
    return ask(sql, row -> row.getLong(1));
  }

  Instant now() {
    return ask("select app.now()", row -> row.getObject(1, OffsetDateTime.class).toInstant());
  }

  private interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> T ask(String sql, Reading<T> reading) {
    try (Connection eyes =
            DriverManager.getConnection(
                supervisor.storeUrl(), Role.NOTIFIER.login(), supervisor.password(Role.NOTIFIER));
        PreparedStatement question = eyes.prepareStatement(sql);
        ResultSet row = question.executeQuery()) {
      row.next();
      return reading.of(row);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
