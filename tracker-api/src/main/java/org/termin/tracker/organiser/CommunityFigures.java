package org.termin.tracker.organiser;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.annotation.PreDestroy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.words.Country;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.wave.Release;
import org.termin.tracker.wave.Wave;

/**
 * What is released for one community, read by a login of its own: the one residents' pages use may
 * not see it.
 */
@Component
class CommunityFigures {
  private static final int CONNECTIONS = 2;
  private static final int PATIENCE_MILLIS = 5_000;

  /** The code of no country, but of all. */
  private static final String ANY = "%";

  private final @Nullable HikariDataSource pool;

  CommunityFigures(DoorSettings settings) {
    DoorSettings.Db db = settings.db();
    this.pool = db.organiserPasswordFile().isBlank() ? null : pool(db);
  }

  private static HikariDataSource pool(DoorSettings.Db db) {
    var pool = new HikariDataSource();
    pool.setPoolName("organiser");
    pool.setJdbcUrl(db.url());
    pool.setUsername("organiser_ro");
    pool.setPassword(
        DoorSettings.secret(
            db.organiserPasswordFile(), "the password of the database login organiser_ro"));
    pool.setMaximumPoolSize(CONNECTIONS);
    // most of the time no organiser is here
    pool.setMinimumIdle(0);
    pool.setReadOnly(true);
    pool.setConnectionTimeout(PATIENCE_MILLIS);
    pool.addDataSourceProperty("logServerErrorDetail", "false");
    pool.setInitializationFailTimeout(-1);
    return pool;
  }

  /**
   * The newest releases of a community.
   *
   * @param days the newest first; also where they say nothing of this community
   */
  record Figures(List<LocalDate> days, List<Wave> waves) {
    /** What the newest says. */
    List<Wave> newest() {
      return Release.of(days, waves).waves();
    }
  }

  /** The newest release in all countries; nothing if this door was not given the login. */
  Optional<Figures> newest(UUID community) {
    return read(community, ANY, 1);
  }

  /** The newest two in one country; nothing if this door was not given the login. */
  Optional<Figures> of(UUID community, Country country) {
    return read(community, country.code(), 2);
  }

  private Optional<Figures> read(UUID community, String country, int releases) {
    return Optional.ofNullable(pool)
        .map(JdbcClient::create)
        .map(db -> read(community, country, releases, db));
  }

  private static Figures read(UUID community, String country, int releases, JdbcClient db) {
    List<LocalDate> days =
        db.sql("select released from wave.release order by released desc limit ?")
            .param(releases)
            .query(LocalDate.class)
            .list();
    if (days.isEmpty()) {
      return new Figures(days, List.of());
    }
    return new Figures(
        days,
        db.sql(
                """
                select released, country, document, period_start, months, households, drawn
                  from wave.community_cell
                 where released in (:days) and community = :community and country like :country
                 order by country, document, period_start
                """)
            .param("days", days)
            .param("community", community)
            .param("country", country)
            .query(Wave.class)
            .list());
  }

  @PreDestroy
  void close() {
    if (pool != null) {
      pool.close();
    }
  }
}
