package org.termin.notifier.books;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.BookLog;
import org.termin.notifier.keys.BookLog.Line;
import org.termin.notifier.keys.Keyring;

/**
 * Whether records have vanished: active ones, plus activations, minus erasures must give what the
 * key folder remembers. Sums are compared every minute, which shows a database that was rolled
 * back; records are counted once a day, which shows rows that were deleted.
 */
@Component
public class Headcount {

  private static final Logger log = LoggerFactory.getLogger(Headcount.class);

  /** Somebody who looks once a week should see it. */
  private static final int SHOWN_DAYS = 7;

  private final JdbcClient db;
  private final BookLog books;
  private final Daily daily;
  private final Alarms alarms;

  Headcount(JdbcClient db, Keyring keys, Daily daily, Alarms alarms) {
    this.db = db;
    this.books = keys.books();
    this.daily = daily;
    this.alarms = alarms;
  }

  /** Both looks; cheap unless the day's count is due. */
  @Scheduled(
      fixedDelayString = "${termin.watch.every:60s}",
      initialDelayString = "${termin.watch.every:60s}")
  public void look() {
    try {
      compare(this::sums);
      daily.today("headcount", _ -> compare(this::counted));
    } catch (DataAccessException e) {
      log.warn("records cannot be counted ({})", e.getClass().getSimpleName());
    }
  }

  /** Compares with the last line and writes the next one, if there is anything new. */
  private long compare(Supplier<Line> look) {
    // first the file, then the database: sums only grow, whatever another notifier writes meanwhile
    List<Line> lines = books.read();
    if (lines.isEmpty()) {
      Line first = counted();
      books.append(first);
      return first.records();
    }
    Line last = lines.getLast();
    Line now = look.get();
    boolean wasCounted = now.records() >= 0;
    boolean changed = now.activated() != last.activated() || now.erased() != last.erased();
    if (wasCounted || changed) {
      // after a roll-back the sums cannot say how many there should be
      boolean rolledBack = now.activated() < last.activated() || now.erased() < last.erased();
      Line found = rolledBack && !wasCounted ? counted() : now;
      long missing = missing(last, found);
      books.append(
          new Line(
              found.day(),
              found.activated(),
              found.erased(),
              found.records() >= 0 ? found.records() : expected(last, found),
              missing));
      if (missing > 0) {
        log.error("records that should be there and are not: {}", missing);
      }
    }
    LocalDate since = now.day().minusDays(SHOWN_DAYS);
    alarms.set(
        Alarm.RECORDS_MISSING,
        books.read().stream()
            .filter(line -> line.day().isAfter(since))
            .mapToLong(Line::missing)
            .sum());
    return Math.max(0, now.records());
  }

  /** Activations the database has forgotten, and records that no erasure took. */
  private static long missing(Line last, Line now) {
    long forgotten = Math.max(0, last.activated() - now.activated());
    boolean rolledBack = now.activated() < last.activated() || now.erased() < last.erased();
    long deleted =
        now.records() < 0 || rolledBack ? 0 : Math.max(0, expected(last, now) - now.records());
    return forgotten + deleted;
  }

  private static long expected(Line last, Line now) {
    return last.records() + (now.activated() - last.activated()) - (now.erased() - last.erased());
  }

  /** One row, whatever the number of records; -1 for "not counted". */
  private Line sums() {
    return line("-1");
  }

  private Line counted() {
    return line("(select count(*) from people.record where state <> 1)");
  }

  private Line line(String records) {
    return db.sql(
            """
            select app.today() as day,
                   coalesce((select figure from ledger.tally where what = 'ACTIVATED'), 0) as activated,
                   coalesce((select figure from ledger.tally where what = 'ERASED'), 0) as erased,
                   %s as records,
                   0 as missing
            """
                .formatted(records))
        .query(Line.class)
        .single();
  }
}
