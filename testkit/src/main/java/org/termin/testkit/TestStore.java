package org.termin.testkit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.database.Role;

/**
 * A migrated database of its own, on the one durable PostgreSQL of this JVM. Its clock is the real
 * one until a test freezes or moves it.
 */
public final class TestStore {
  private final String database;
  private final Map<Role, HikariDataSource> pools = new ConcurrentHashMap<>();

  private TestStore(String database) {
    this.database = database;
  }

  /** A new database as production has it. */
  public static TestStore fresh() {
    return from(TestServer.shared().template());
  }

  /** A new database with the simulation migration: {@code app.simulation} exists. */
  public static TestStore simulated() {
    return from(TestServer.shared().simulatedTemplate());
  }

  private static TestStore from(String template) {
    String database = "t" + UUID.randomUUID().toString().replace("-", "");
    TestServer.shared().copy(template, database);
    return new TestStore(database);
  }

  /** JDBC address, without user and password. */
  public String url() {
    return TestServer.shared().url(database);
  }

  /** The role's password. */
  public String password(Role role) {
    return Objects.requireNonNull(TestServer.shared().passwords().get(role), role::name);
  }

  /** A small pool that connects as the role. */
  public DataSource dataSource(Role role) {
    return pools.computeIfAbsent(role, this::pool);
  }

  /** Asks as the role. */
  public JdbcClient jdbc(Role role) {
    return JdbcClient.create(dataSource(role));
  }

  /** Asks as the administrator; the caller closes the connection. */
  public Connection admin() throws SQLException {
    return TestServer.shared().admin(database);
  }

  /** Runs one statement as the administrator. */
  public void asAdmin(String sql) {
    try (Connection connection = admin();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("the administrator's statement failed: " + sql, e);
    }
  }

  /** What {@code app.now()} says. */
  public Instant now() {
    return jdbc(Role.NOTIFIER)
        .sql("select app.now()")
        .query(OffsetDateTime.class)
        .single()
        .toInstant();
  }

  /** From now on {@code app.now()} is exactly this instant, for every role. */
  public void freezeClock(Instant instant) {
    asAdmin(clock("timestamptz '" + instant + "'"));
  }

  /** Moves a frozen clock, or a running one, forward or back. */
  public void advance(Duration by) {
    freezeClock(now().plus(by));
  }

  /** {@code app.now()} is the database's clock again. */
  public void thawClock() {
    asAdmin(clock("now()"));
  }

  private static String clock(String expression) {
    return """
    create or replace function app.now() returns timestamptz
    language sql stable parallel safe as $$ select %s $$
    """
        .formatted(expression);
  }

  /** Empties every table of the schemas that hold people's data. */
  public void clear() {
    asAdmin(
        """
        do $$ declare t text; begin
          select string_agg(format('%I.%I', schemaname, tablename), ', ') into t from pg_tables
           where schemaname in ('door', 'people', 'ledger', 'wave', 'organiser');
          execute 'truncate ' || t || ' cascade';
        end $$
        """);
  }

  private HikariDataSource pool(Role role) {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(url());
    pool.setUsername(role.login());
    pool.setPassword(password(role));
    pool.setMaximumPoolSize(12);
    // many test classes share one server
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(10_000);
    pool.setConnectionTimeout(60_000);
    pool.setPoolName(database.substring(0, 6) + "-" + role.login());
    return pool;
  }
}
