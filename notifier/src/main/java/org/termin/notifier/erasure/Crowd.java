package org.termin.notifier.erasure;

import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.RecordState;

/**
 * Keeps sign-ups that nobody confirms from filling the disk. Nobody is refused at the door, as a
 * script would then keep everybody out: everyone comes in, and beyond so many some leave by lot.
 * Whoever can be expected to type a code now, or wrote to us for theirs, leaves last.
 */
@Component
class Crowd {
  private static final Logger log = LoggerFactory.getLogger(Crowd.class);

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final MeterRegistry meters;
  private final long most;

  Crowd(
      JdbcClient db,
      TransactionTemplate transaction,
      MeterRegistry meters,
      @Value("${termin.unconfirmed.most:50000}") long most) {
    this.db = db;
    this.transaction = transaction;
    this.meters = meters;
    this.most = most;
  }

  /** Says how many left. */
  @Scheduled(fixedDelayString = "${termin.sweep.every}")
  int sweep() {
    Integer left = transaction.execute(_ -> mayThin() ? thin() : 0);
    if (left == null || left == 0) {
      return 0;
    }
    log.warn("more sign-ups than can wait for a code: {} left by lot", left);
    meters.counter("termin.unconfirmed.dropped").increment(left);
    return left;
  }

  /** Two notifiers that count at the same moment would take away twice as many. */
  private boolean mayThin() {
    return db.sql("select pg_try_advisory_xact_lock(hashtext('termin/crowd'))")
        .query(Boolean.class)
        .single();
  }

  /**
   * Not listed in the log of stops: nobody asked for it, the row of a restored backup ends by its
   * own time, and under a flood the log would take the place of the table.
   *
   * <p>Whoever asked for another code still has the one that left: {@code accepted_at} is its
   * beginning, {@code send_at} the next one's. A wish alone holds no place, as a script can wish.
   */
  private int thin() {
    return db.sql(
            """
            delete from people.record where id in (
              select r.id from people.record r
               where r.state = :pending and r.wake_at < 'infinity'
               order by exists (
                       select from people.verification v
                        where v.registration = r.id
                          and (v.called_in
                            or v.accepted_at > app.now() - interval '15 minutes'
                            or v.attempt is not null
                               and v.send_at > app.now() - interval '15 minutes')),
                     random()
               limit (select greatest(0, count(*) - :most) from people.record
                       where state = :pending and wake_at < 'infinity')
               for update skip locked)
            """)
        .param("pending", RecordState.PENDING.code())
        .param("most", most)
        .update();
  }
}
