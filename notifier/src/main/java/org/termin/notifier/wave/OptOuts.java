package org.termin.notifier.wave;

import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.StoreClock;

/**
 * Says with every release, once, how many of those who were written to before it said stop. Of
 * several notifiers the one that is first says it.
 */
@Component
public class OptOuts {
  private static final Logger log = LoggerFactory.getLogger(OptOuts.class);

  /** Attempts are kept 33 days: later the first of the four weeks would be missing. */
  private static final int LATEST_DAYS = 5;

  private final JdbcClient db;
  private final StoreClock clock;
  private final Stops stops;
  private final SecureRandom random = new SecureRandom();

  OptOuts(JdbcClient db, StoreClock clock, Stops stops) {
    this.db = db;
    this.clock = clock;
    this.stops = stops;
  }

  /** Counts for the newest release unless that was done, or is no longer possible. */
  @Scheduled(
      fixedDelayString = "${termin.books.every:10m}",
      initialDelayString = "${termin.books.every:10m}")
  public void look() {
    try {
      LocalDate today = clock.today();
      LocalDate release = Grid.newest(today);
      if (!today.isAfter(release.plusDays(LATEST_DAYS)) && !isSaid(release)) {
        say(release, StopShare.of(stops.before(release, today), random));
      }
    } catch (DataAccessException | UncheckedIOException e) {
      log.warn("stops cannot be counted ({})", e.getClass().getSimpleName());
    }
  }

  private boolean isSaid(LocalDate release) {
    return db.sql("select exists (select from wave.opt_out where released = :day)")
        .param("day", release)
        .query(Boolean.class)
        .single();
  }

  /** What was said once is not drawn again: two draws of one release would tell more than one. */
  private void say(LocalDate release, OptionalInt share) {
    db.sql(
            """
            insert into wave.opt_out (released, of_hundred) values (:day, :share)
            on conflict do nothing
            """)
        .param("day", release)
        .param("share", share.isPresent() ? share.getAsInt() : null)
        .update();
  }
}
