package org.termin.notifier.standing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.notifier.books.WatchSettings;

/**
 * What the store shows at one look: one statement on partial indexes that hold what waits, not what
 * is over.
 *
 * @param scan seconds since the last committed scan; none: there was never one
 * @param due reminders whose instant has come and that nobody has sent
 * @param late those of them for which that has been so for too long, by the limits of the watch
 * @param oldestDue seconds that the oldest of them has waited
 * @param queued reminders announced on Kafka
 * @param sending messages under way
 * @param unknown messages whose outcome nobody knows
 * @param oldestUnknown seconds since the oldest of them should have been looked at
 * @param inbox what people entered and nobody has judged
 * @param today messages of this UTC day
 */
record Ledger(
    @Nullable Long scan,
    long due,
    long late,
    long oldestDue,
    long queued,
    long sending,
    long unknown,
    long oldestUnknown,
    long inbox,
    List<Today> today) {

  /** So many messages of one kind on one way have come so far today. */
  record Today(String channel, String kind, String state, long count) {}

  private static final String LOOK =
      """
      with waiting as materialized (
        select lane, wake_at from ledger.reminder
         where lane in (0, 1) and wake_at <= app.now()
           and state in ('PLANNED', 'RETRY_WAIT', 'QUEUED'))
      select
        (select extract(epoch from app.now() - max(ran_at))::bigint
           from ledger.heartbeat where job = 'scan') as scan,
        (select count(*) from waiting) as due,
        (select count(*) from waiting where wake_at <= app.now() - make_interval(secs =>
           case lane when 0 then :due else :later end)) as late,
        (select coalesce(extract(epoch from app.now() - min(wake_at))::bigint, 0)
           from waiting) as oldest_due,
        (select count(*) from ledger.reminder where state = 'QUEUED') as queued,
        (select count(*) from ledger.attempt where state = 'DISPATCHED') as sending,
        (select count(*) from ledger.attempt where state = 'UNKNOWN') as unknown,
        (select coalesce(greatest(0, extract(epoch from app.now() - min(wake_at))::bigint), 0)
           from ledger.attempt where state = 'UNKNOWN') as oldest_unknown,
        (select count(*) from door.inbox where wake_at <= app.now() and tries = 0) as inbox
      """;

  private static final String TODAY =
      """
      select channel, kind, state, count(*) as messages from ledger.attempt
       where day = app.today() group by channel, kind, state order by channel, kind, state
      """;

  static Ledger read(JdbcClient db, WatchSettings late) {
    List<Today> today = db.sql(TODAY).query((row, _) -> today(row)).list();
    return db.sql(LOOK)
        .param("due", late.due().toSeconds())
        .param("later", late.dueLater().toSeconds())
        .query((row, _) -> read(row, today))
        .single();
  }

  private static Today today(ResultSet row) throws SQLException {
    return new Today(
        row.getString("channel"),
        row.getString("kind"),
        row.getString("state"),
        row.getLong("messages"));
  }

  private static Ledger read(ResultSet row, List<Today> today) throws SQLException {
    return new Ledger(
        row.getObject("scan", Long.class),
        row.getLong("due"),
        row.getLong("late"),
        row.getLong("oldest_due"),
        row.getLong("queued"),
        row.getLong("sending"),
        row.getLong("unknown"),
        row.getLong("oldest_unknown"),
        row.getLong("inbox"),
        today);
  }
}
