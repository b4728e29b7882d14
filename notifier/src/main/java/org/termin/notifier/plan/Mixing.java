package org.termin.notifier.plan;

import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of one person are written together, and told together, and the heap remembers it: their
 * places and their transaction would link them, and linked rows single a household out. Every night
 * all rows are written again in the order of their random ids, so that every transaction holds
 * anybody's. Mixing only the new ones would leave each day's newcomers in a crowd of their own.
 */
@Component
public class Mixing {
  private static final Logger log = LoggerFactory.getLogger(Mixing.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 5_000;

  /** More than one row in so many may not wait for the night. */
  private static final int MANY = 200;

  /** What the store says when a lock cannot be had in time. */
  private static final String NOT_AVAILABLE = "55P03";

  private final JdbcClient db;
  private final TransactionTemplate transaction;

  // after a restart everything counts as new, which costs a little and harms nothing
  private long lastRun;

  Mixing(JdbcClient db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = transaction;
  }

  /** Writes every row anew that nobody is sending; says how many. */
  @Scheduled(cron = "0 17 2 * * *", zone = "UTC")
  public synchronized int mix() {
    int mixed = 0;
    Batch batch = new Batch(0, FIRST);
    try {
      while (batch.last() != null) {
        UUID after = batch.last();
        batch = Objects.requireNonNull(transaction.execute(_ -> mixAfter(after)));
        mixed += batch.rows();
      }
      lastRun = current();
    } catch (UncategorizedSQLException e) {
      SQLException cause = e.getSQLException();
      if (cause == null || !NOT_AVAILABLE.equals(cause.getSQLState())) {
        throw e;
      }
      // somebody held the table; deliveries come first, the next hour mixes again
      lastRun = 0;
    }
    log.info("{} rows were mixed", mixed);
    return mixed;
  }

  /** On days on which many come, or many are told, the night would be too late. */
  @Scheduled(cron = "0 47 * * * *", zone = "UTC")
  public synchronized int mixIfManyAreNew() {
    boolean many =
        db.sql(
                """
                select count(*) filter (where age(xmin) < txid_current() - :last) * :many > count(*)
                  from ledger.reminder
                """)
            .param("last", lastRun)
            .param("many", MANY)
            .query(Boolean.class)
            .single();
    return many ? mix() : 0;
  }

  private record Batch(int rows, @Nullable UUID last) {}

  /**
   * The table is locked meanwhile, or an update that waits for a row being written again would miss
   * it. That takes a fraction of a second. A vacuum in the way is called off by the store after one
   * second; whoever else holds the table for longer is left alone.
   */
  private Batch mixAfter(UUID id) {
    db.sql("set local lock_timeout = '1500ms'").update();
    db.sql("lock table ledger.reminder in share row exclusive mode").update();
    return db.sql(
            """
            with chosen as (
              select id from ledger.reminder
               where id > :after and state not in ('QUEUED', 'SENDING')
               order by id limit :batch for update skip locked),
            gone as (delete from ledger.reminder r using chosen c where r.id = c.id returning r.*),
            again as (insert into ledger.reminder select * from gone order by id returning id)
            select count(*) as rows, (select id from again order by id desc limit 1) as last
              from again
            """)
        .param("after", id)
        .param("batch", BATCH)
        .query((row, _) -> new Batch(row.getInt("rows"), row.getObject("last", UUID.class)))
        .single();
  }

  private long current() {
    return db.sql("select txid_current()").query(Long.class).single();
  }
}
