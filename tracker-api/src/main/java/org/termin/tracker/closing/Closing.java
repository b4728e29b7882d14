package org.termin.tracker.closing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the service ends, as the notifier wrote it down; looked up every few seconds. */
@Component
public class Closing {
  private static final Logger log = LoggerFactory.getLogger(Closing.class);
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final JdbcClient db;
  private volatile @Nullable Seen seen;

  Closing(JdbcClient db) {
    this.db = db;
  }

  /**
   * What was agreed on.
   *
   * @param until the last day of the service
   * @param ended whether it is over: nothing about anybody is left
   */
  public record Notice(LocalDate until, boolean ended) {}

  private record Seen(Optional<Notice> notice, long at) {}

  /** Nothing: the service goes on. A store that does not answer changes nothing. */
  public Optional<Notice> notice() {
    Seen last = seen;
    long now = System.nanoTime();
    if (last != null && now - last.at() < FRESH.toNanos()) {
      return last.notice();
    }
    Seen next =
        new Seen(look().orElseGet(() -> last == null ? Optional.empty() : last.notice()), now);
    seen = next;
    return next.notice();
  }

  private Optional<Optional<Notice>> look() {
    try {
      return Optional.of(
          db.sql("select until, ended from app.closing").query(Notice.class).optional());
    } catch (DataAccessException e) {
      log.warn("whether the service ends cannot be read ({})", e.getClass().getSimpleName());
      return Optional.empty();
    }
  }
}
