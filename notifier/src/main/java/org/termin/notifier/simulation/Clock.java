package org.termin.notifier.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simulated clock in the database: moved forward only, one numbered step at a time. */
@Component("simulatedClock")
@ConditionalOnProperty("termin.simulated-clock")
class Clock {

  private final JdbcClient db;

  Clock(JdbcClient db) {
    this.db = db;
  }

  /** Moves the clock to that instant, never back; answers the number of the step. */
  long moveTo(Instant instant) {
    return db.sql(
            """
            update app.simulation
               set shift = shift + greatest(interval '0', ?::timestamptz - app.now()), step = step + 1
            returning step
            """)
        .param(instant.toString())
        .query(Long.class)
        .single();
  }

  Instant now() {
    return instant("select app.now()");
  }

  /**
   * The next instant at which something wakes that cannot wait for the next full sweep; receipts
   * that do not come are noticed by the way.
   */
  Instant nextWake() {
    return instant(
        """
        select least(
          (select min(wake_at) from ledger.reminder
            where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED') and wake_at < 'infinity'),
          (select min(wake_at) from ledger.attempt
            where state in ('DISPATCHED', 'UNKNOWN') and wake_at < 'infinity'),
          (select min(send_at) from people.verification where attempt is null),
          (select min(wake_at) from people.record where wake_at < 'infinity'),
          app.now() + interval '1000 days')
        """);
  }

  /** Whether nothing is waiting, queued or under way. */
  boolean settled() {
    return db.sql(
            """
            select not exists (select from door.inbox where wake_at <= app.now())
               and not exists (select from ledger.reminder where state in ('QUEUED', 'SENDING'))
               and not exists (select from ledger.attempt where state = 'DISPATCHED')
            """)
        .query(Boolean.class)
        .single();
  }

  /** What is queued is said again at the next scan, as it is after its ten minutes. */
  void wakeQueued() {
    db.sql(
            """
            update ledger.reminder set wake_at = app.now()
             where state = 'QUEUED' and wake_at > app.now()
            """)
        .update();
  }

  /** The step the scheduler has last answered. */
  long scanned() {
    return db.sql("select coalesce(max(step), -1) from ledger.heartbeat where job = 'scan'")
        .query(Long.class)
        .single();
  }

  /** Whether a sweep would find an attempt to look at. */
  boolean attemptsWake() {
    return db.sql(
            """
            select exists (select from ledger.attempt
                            where state in ('DISPATCHED', 'UNKNOWN', 'ACCEPTED') and wake_at <= app.now())
            """)
        .query(Boolean.class)
        .single();
  }

  static Instant nextHour(Instant instant) {
    long hour = Duration.ofHours(1).toSeconds();
    long seconds = instant.getEpochSecond();
    return Instant.ofEpochSecond(Math.ceilDiv(seconds, hour) * hour);
  }

  private Instant instant(String sql) {
    return db.sql(sql).query(OffsetDateTime.class).single().toInstant();
  }
}
