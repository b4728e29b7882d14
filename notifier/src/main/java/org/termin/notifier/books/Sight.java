package org.termin.notifier.books;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one look at the database shows. One statement on indexes, each part of it bounded: it costs
 * the same at ten rows and at ten million.
 *
 * @param scan seconds since the last committed scan; none: there was never one
 * @param due seconds that the oldest urgent reminder has been due
 * @param dueLater the same for all others
 * @param queued announced reminders with their turns, at most 500
 * @param inbox messages nobody has judged, at most 500
 * @param texts texts that should have begun to go out by now, if none has; the same for mails
 * @param notTold what the last reconciliation found
 */
record Sight(
    @Nullable Long scan,
    long due,
    long dueLater,
    long leases,
    long unknown,
    List<String> queued,
    List<String> inbox,
    long texts,
    long mails,
    long notTold) {

  private static final String LOOK =
      """
      select
        (select extract(epoch from app.now() - max(ran_at))::bigint
           from ledger.heartbeat where job = 'scan') as scan,
        (select coalesce(extract(epoch from app.now() - min(wake_at))::bigint, 0) from ledger.reminder
          where lane = 0 and wake_at <= app.now()
            and state in ('PLANNED', 'RETRY_WAIT', 'QUEUED')) as due,
        (select coalesce(extract(epoch from app.now() - min(wake_at))::bigint, 0) from ledger.reminder
          where lane = 1 and wake_at <= app.now()
            and state in ('PLANNED', 'RETRY_WAIT', 'QUEUED')) as due_later,
        (select count(*) from (select from ledger.attempt where state = 'DISPATCHED'
            and wake_at <= app.now() - make_interval(secs => :lease) limit 500) a) as leases,
        (select count(*) from (select from ledger.attempt where state = 'UNKNOWN'
            and wake_at <= app.now() - make_interval(secs => :unknown) limit 500) a) as unknown,
        array(select id || '/' || turn from ledger.reminder where state = 'QUEUED'
               order by id limit 500) as queued,
        array(select id::text from door.inbox where wake_at <= app.now() and tries = 0
               order by id limit 500) as inbox,
        (select case when exists (select from ledger.attempt where day = app.today() and channel = 'SMS'
              and kind = 'REMINDER' and state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED'))
            then 0 else figure end
           from ledger.daily where job = 'expect-sms' and day = app.today()
            and wake_at <= app.now() - make_interval(secs => :sent)) as texts,
        (select case when exists (select from ledger.attempt where day = app.today() and channel = 'EMAIL'
              and kind = 'REMINDER' and state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED'))
            then 0 else figure end
           from ledger.daily where job = 'expect-email' and day = app.today()
            and wake_at <= app.now() - make_interval(secs => :sent)) as mails,
        (select figure from ledger.daily where job = 'reconcile') as not_told
      """;

  static Sight of(JdbcClient db, WatchSettings settings) {
    return db.sql(LOOK)
        .param("lease", settings.lease().toSeconds())
        .param("unknown", settings.unknown().toSeconds())
        .param("sent", settings.sent().toSeconds())
        .query(Sight::read)
        .single();
  }

  private static Sight read(ResultSet row, int number) throws SQLException {
    long scan = row.getLong("scan");
    boolean never = row.wasNull();
    return new Sight(
        never ? null : scan,
        row.getLong("due"),
        row.getLong("due_later"),
        row.getLong("leases"),
        row.getLong("unknown"),
        List.of((String[]) row.getArray("queued").getArray()),
        List.of((String[]) row.getArray("inbox").getArray()),
        row.getLong("texts"),
        row.getLong("mails"),
        row.getLong("not_told"));
  }
}
