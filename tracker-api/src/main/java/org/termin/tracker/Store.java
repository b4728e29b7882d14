package org.termin.tracker;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.engine.StoreRefusal;

/** The door's small part of the store: its login, the check at start, and the store's clock. */
@Configuration(proxyBeanMethods = false)
public class Store {
  /** The newest migration this door was written for. */
  static final int SCHEMA = 17;

  @Bean
  HikariDataSource dataSource(DoorSettings settings) {
    var pool = new HikariDataSource();
    pool.setPoolName("tracker");
    pool.setJdbcUrl(settings.db().url());
    pool.setUsername("tracker");
    pool.setPassword(
        DoorSettings.secret(
            settings.db().passwordFile(), "the password of the database login tracker"));
    pool.setMaximumPoolSize(8);
    pool.setMinimumIdle(2);
    pool.setConnectionTimeout(5_000);
    // Values of statements would otherwise stand in server error texts that drivers repeat.
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  @Bean
  StoreClock storeClock(JdbcClient jdbc, DataSource database) {
    check(database);
    return new StoreClock(jdbc);
  }

  static void check(DataSource database) {
    try (var connection = database.getConnection();
        var ask = connection.prepareStatement("select app.complaint(?)")) {
      ask.setInt(1, SCHEMA);
      try (var answer = ask.executeQuery()) {
        String complaint = answer.next() ? answer.getString(1) : null;
        if (complaint != null) {
          throw new CannotStart(complaint);
        }
      }
    } catch (SQLException failed) {
      throw new CannotStart(StoreRefusal.encryption(failed).orElseGet(() -> sentence(failed)));
    }
  }

  private static String sentence(SQLException failed) {
    return switch (String.valueOf(failed.getSQLState())) {
      case "3F000", "42883", "42501" -> "The database has not been migrated: run termin-migrate.";
      case "28P01", "28000" ->
          "The database refuses the login tracker: check TERMIN_DB_TRACKER_PASSWORD_FILE.";
      default -> "The database does not answer: is PostgreSQL running at TERMIN_DB_URL?";
    };
  }

  /** The store's clock: what plans and reminders call now, simulated time included. */
  public static class StoreClock {
    private final JdbcClient jdbc;

    StoreClock(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    /** The instant the store believes it is. */
    public Instant now() {
      return jdbc.sql("select app.now()").query(OffsetDateTime.class).single().toInstant();
    }
  }
}
