package org.termin.scheduler.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.event.ExpiryDue;

/** All that the scheduler asks of the store: row ids and instants, judged by the store's clock. */
@Component
public class Ledger {
  /** The urgent lane comes first. */
  static final List<Integer> LANES = List.of(0, 1);

  private final JdbcClient store;
  private final ScanSettings settings;

  Ledger(JdbcClient store, ScanSettings settings) {
    this.store = store;
    this.settings = settings;
  }

  /**
   * Queues the oldest due rows of a lane, in one committed statement. A row that was queued but not
   * claimed in time has given its place in the window back; it keeps its turn.
   */
  List<ExpiryDue> queueDue(int lane) {
    return store
        .sql(
            """
            with queued as (
              select count(*) as rows from ledger.reminder where state = 'QUEUED' and wake_at > app.now()
            ), due as (
              select id from ledger.reminder
              where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED') and lane = :lane and wake_at <= app.now()
              order by wake_at
              limit (select greatest(0, least(:batch, :window - queued.rows)) from queued)
              for update skip locked
            )
            update ledger.reminder r
            set state = 'QUEUED',
                turn = case r.state when 'QUEUED' then r.turn else r.turn + 1 end,
                wake_at = app.now() + :republish * interval '1 millisecond'
            from due where r.id = due.id
            returning r.id, r.turn
            """)
        .param("lane", lane)
        .param("batch", settings.batch())
        .param("window", settings.window())
        .param("republish", settings.republish().toMillis())
        .query((row, _) -> new ExpiryDue(row.getObject("id", UUID.class), row.getInt("turn")))
        .list();
  }

  /** Whether rows are due that no scan has taken yet. */
  boolean somethingDue() {
    return store
        .sql(
            """
            select exists (select from ledger.reminder
              where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED') and lane in (0, 1) and wake_at <= app.now())
            """)
        .query(Boolean.class)
        .single();
  }

  /** How many rows have been due for longer than a healthy scan takes. */
  public long overdue() {
    return store
        .sql(
            """
            select count(*) from ledger.reminder
            where state in ('PLANNED', 'RETRY_WAIT', 'QUEUED') and lane in (0, 1)
              and wake_at <= app.now() - :silence * interval '1 millisecond'
            """)
        .param("silence", settings.silence().toMillis())
        .query(Long.class)
        .single();
  }

  /** Writes that a job has committed; step is the simulated clock's, 0 without one. */
  public void beat(String job, long step) {
    store
        .sql(
            """
            insert into ledger.heartbeat (job, ran_at, step) values (:job, app.now(), :step)
            on conflict (job) do update set ran_at = excluded.ran_at, step = excluded.step
            """)
        .param("job", job)
        .param("step", step)
        .update();
  }

  /** Whether no scan has committed for so long that somebody else must scan. */
  public boolean silent() {
    return !store
        .sql(
            """
            select exists (select from ledger.heartbeat
              where job = 'scan' and ran_at > app.now() - :silence * interval '1 millisecond')
            """)
        .param("silence", settings.silence().toMillis())
        .query(Boolean.class)
        .single();
  }

  /** Whether this database has a clock that can be moved. */
  public boolean simulated() {
    return store
        .sql("select to_regclass('app.simulation') is not null")
        .query(Boolean.class)
        .single();
  }

  /** How often the simulated clock has been moved. */
  public long step() {
    return store.sql("select step from app.simulation").query(Long.class).single();
  }
}
