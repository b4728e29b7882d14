package org.termin.notifier.books;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.StoreClock;

/**
 * Work for each UTC day of the database, done by whichever notifier comes first and caught up with
 * after days on which none ran. A notifier that dies at it is replaced when its lease is over.
 */
@Component
public class Daily {

  /** In minutes: longer than any such work should take. */
  private static final Duration LEASE = Duration.ofMinutes(30);

  private static final Duration AGAIN = Duration.ofMinutes(10);

  private final JdbcClient db;
  private final StoreClock clock;

  Daily(JdbcClient db, StoreClock clock) {
    this.db = db;
    this.clock = clock;
  }

  private record Days(LocalDate first, LocalDate last) {}

  /**
   * Does the work for the days that are over and not done yet, all at once.
   *
   * @param work answers the figure to keep, 0 or more
   * @return whether there was anything to do
   */
  public boolean past(String job, ToLongFunction<Stretch> work) {
    return run(job, 1, work);
  }

  /** The same for the days up to and including today. */
  public boolean today(String job, ToLongFunction<Stretch> work) {
    return run(job, 0, work);
  }

  private boolean run(String job, int daysAgo, ToLongFunction<Stretch> work) {
    Days days = claim(job, daysAgo);
    if (days == null) {
      return false;
    }
    boolean done = false;
    try {
      long figure = work.applyAsLong(new Stretch(days.first(), days.last(), clock.now()));
      done = true;
      keep(job, days.last(), figure);
      return true;
    } finally {
      if (!done) {
        release(job);
      }
    }
  }

  /** What the work of that day found; empty if it has not been done. */
  public Optional<Long> figure(String job, LocalDate day) {
    return db.sql("select figure from ledger.daily where job = :job and day = :day")
        .param("job", job)
        .param("day", day)
        .query(Long.class)
        .optional();
  }

  /** Writes a figure that belongs to a day, over an older one. */
  private void keep(String job, LocalDate day, long figure) {
    keep(job, day, figure, null);
  }

  /** A figure that means something only from an instant on. */
  void keep(String job, LocalDate day, long figure, @Nullable Instant from) {
    db.sql(
            """
            insert into ledger.daily (job, day, figure, wake_at)
            values (:job, :day, :figure, coalesce(:from::timestamptz, '-infinity'))
            on conflict (job) do update
               set day = excluded.day, figure = excluded.figure, wake_at = excluded.wake_at
             where daily.day <= excluded.day
            """)
        .param("from", from == null ? null : from.toString())
        .param("job", job)
        .param("day", day)
        .param("figure", figure)
        .update();
  }

  private @Nullable Days claim(String job, int daysAgo) {
    return db.sql(
            """
            insert into ledger.daily (job, day, wake_at)
            values (:job, app.today() - :ago - 1, app.now() + make_interval(mins => :lease))
            on conflict (job) do update set wake_at = excluded.wake_at
             where daily.day < app.today() - :ago and daily.wake_at <= app.now()
            returning day + 1 as first, app.today() - :ago as last
            """)
        .param("job", job)
        .param("ago", daysAgo)
        .param("lease", Math.toIntExact(LEASE.toMinutes()))
        .query(Days.class)
        .optional()
        .orElse(null);
  }

  private void release(String job) {
    db.sql(
            """
            update ledger.daily set wake_at = app.now() + make_interval(mins => :again) where job = :job
            """)
        .param("again", Math.toIntExact(AGAIN.toMinutes()))
        .param("job", job)
        .update();
  }
}
