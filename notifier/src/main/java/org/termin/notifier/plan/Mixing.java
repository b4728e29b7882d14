package org.termin.notifier.plan;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The rows of one person are written together, and the heap remembers it: their places and their
 * transaction would link them. Every night the new ones are written again among everybody's.
 */
@Component
public class Mixing {
  private static final Logger log = LoggerFactory.getLogger(Mixing.class);
  private static final int BATCH = 5_000;
  private static final long TRANSACTION_BITS = 0xFFFF_FFFFL;
  private final JdbcClient db;
  private final TransactionTemplate transaction;

  // after a restart everything counts as new, which costs a little and harms nothing
  private long lastRun;
  private List<String> lastMixes = List.of();

  Mixing(JdbcClient db, TransactionTemplate transaction) {
    this.db = db;
    this.transaction = transaction;
  }

  /** Writes what was planned since the last run anew, in random order; says how many rows. */
  @Scheduled(cron = "0 17 2 * * *", zone = "UTC")
  public synchronized int mix() {
    long run = current();
    List<String> mixes = new ArrayList<>();
    int mixed = 0;
    int rows;
    do {
      Integer some = transaction.execute(_ -> mixSome(run, mixes));
      rows = some == null ? 0 : some;
      mixed += rows;
    } while (rows == BATCH);
    lastRun = run;
    lastMixes = List.copyOf(mixes);
    log.info("{} planned rows were mixed", mixed);
    return mixed;
  }

  /**
   * Rows that are nobody's business for two days yet, so that no scan or claim waits for them, and
   * those whose ladder has ended, which ended together. Their age tells which were written between
   * the two runs.
   */
  private int mixSome(long run, List<String> mixes) {
    mixes.add(Long.toString(current() & TRANSACTION_BITS));
    return db.sql(
            """
            with chosen as (
              select id from ledger.reminder
               where (state = 'PLANNED' and wake_at > app.now() + interval '2 days'
                      or state in ('SUPERSEDED', 'CANCELLED'))
                 and age(xmin) > txid_current() - :run
                 and (:last = 0 or age(xmin) < txid_current() - :last)
                 and xmin::text <> all(:mixes)
               order by random() limit :batch for update skip locked),
            gone as (delete from ledger.reminder r using chosen c where r.id = c.id returning r.*)
            insert into ledger.reminder select * from gone order by random()
            """)
        .param("run", run)
        .param("last", lastRun)
        .param("mixes", lastMixes.toArray(String[]::new))
        .param("batch", BATCH)
        .update();
  }

  private long current() {
    return db.sql("select txid_current()").query(Long.class).single();
  }
}
