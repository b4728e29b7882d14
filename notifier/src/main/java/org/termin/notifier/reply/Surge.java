package org.termin.notifier.reply;

import java.time.Duration;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ReplyKeys;
import org.termin.contract.words.Contact;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.StoreClock;

/**
 * Counts answers of hours and days, and says when there are too many: whoever can forge one number
 * can forge all. Numbers that stand nowhere are not counted, so they cannot stop anybody's answer.
 */
@Component
class Surge {

  /** What is usual: the hours of so many days in which anybody answered. */
  private static final int REMEMBERED_DAYS = 28;

  private final JdbcClient db;
  private final Keyring keys;
  private final StoreClock clock;
  private final SurgeLimits limits;
  private volatile Active active = new Active(0, 0);

  Surge(JdbcClient db, Keyring keys, StoreClock clock, SurgeLimits limits) {
    this.db = db;
    this.keys = keys;
    this.clock = clock;
    this.limits = limits;
  }

  /** How many contacts can answer, and when that was counted (monotonic nanoseconds, 0: never). */
  private record Active(long contacts, long counted) {}

  private record Counts(long hour, double usual, long day) {}

  /** Counts one answer of a known contact; true if it is one too many. Locks the hour's row. */
  boolean isTooMany(Contact from) {
    Counts counts = count(isFirstToday(from) ? 1 : 0);
    boolean hour =
        counts.hour() > limits.least() && counts.hour() > limits.times() * counts.usual();
    boolean day =
        counts.day() > limits.least() && counts.day() * 100 > limits.percent() * activeContacts();
    if (hour || day) {
      db.sql(
              """
              update ledger.reply_hour set surged = true
               where hour = date_trunc('hour', app.now(), 'UTC') and not surged
              """)
          .update();
    }
    return hour || day;
  }

  private boolean isFirstToday(Contact from) {
    LocalDate today = clock.today();
    return db.sql(
                """
                insert into ledger.reply_day (key, key_epoch) values (:key, :epoch)
                on conflict do nothing
                """)
            .param("key", ReplyKeys.day(keys.newest(), from, today))
            .param("epoch", keys.newest().number())
            .update()
        == 1;
  }

  private Counts count(int contacts) {
    db.sql(
            """
            insert into ledger.reply_hour (hour, replies, contacts)
            values (date_trunc('hour', app.now(), 'UTC'), 1, :contacts)
            on conflict (hour) do update
               set replies = reply_hour.replies + 1,
                   contacts = reply_hour.contacts + excluded.contacts
            """)
        .param("contacts", contacts)
        .update();
    return db.sql(
            """
            select sum(replies) filter (where hour = date_trunc('hour', app.now(), 'UTC')) as hour,
                   coalesce(avg(replies) filter (
                     where hour < date_trunc('hour', app.now(), 'UTC') and not surged), 0) as usual,
                   sum(contacts) filter (
                     where hour >= date_trunc('day', app.now(), 'UTC')) as day
              from ledger.reply_hour where hour > app.now() - make_interval(days => :days)
            """)
        .param("days", REMEMBERED_DAYS)
        .query(Counts.class)
        .single();
  }

  private long activeContacts() {
    long now = System.nanoTime();
    Active known = active;
    if (known.counted() == 0
        || Duration.ofNanos(now - known.counted()).compareTo(limits.countEvery()) >= 0) {
      known =
          new Active(
              db.sql("select count(*) from people.contact_index where verified is not null")
                  .query(Long.class)
                  .single(),
              now);
      active = known;
    }
    return known.contacts();
  }

  /** Somebody has looked: today is counted anew. What is known to be unusual stays so. */
  void startAnew() {
    db.sql(
            """
            update ledger.reply_hour set replies = 0, contacts = 0, surged = true
             where hour >= date_trunc('day', app.now(), 'UTC')
            """)
        .update();
    db.sql("delete from ledger.reply_day").update();
  }

  int forgetOld() {
    return db.sql("delete from ledger.reply_day where day < app.today()").update()
        + db.sql(
                "delete from ledger.reply_hour where hour < app.now() - make_interval(days =>"
                    + " :days)")
            .param("days", REMEMBERED_DAYS)
            .update();
  }
}
