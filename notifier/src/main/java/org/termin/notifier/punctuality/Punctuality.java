package org.termin.notifier.punctuality;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.termin.notifier.record.StoreClock;

/**
 * Writes how punctual the newest finished week was, once; a week that nobody counted while it was
 * the newest stays unknown, as its attempts go. Two notifiers write what the faster one drew.
 */
@Component
public class Punctuality {
  private final JdbcClient db;
  private final StoreClock clock;
  private final Count count;
  private final Blur blur = new Blur(new SecureRandom());

  Punctuality(JdbcClient db, StoreClock clock, Count count) {
    this.db = db;
    this.clock = clock;
    this.count = count;
  }

  /** Looks whether a week is finished, and says that somebody has looked. */
  @Scheduled(
      fixedDelayString = "${termin.books.every:10m}",
      initialDelayString = "${termin.books.every:10m}")
  public void look() {
    LocalDate today = clock.today();
    for (Lane lane : Lane.values()) {
      LocalDate week = lane.newest(today);
      if (!isWritten(week, lane)) {
        write(week, lane, Share.of(count.of(week, lane), blur));
      }
    }
    db.sql(
            """
            insert into wave.counted (day) values (:today)
            on conflict (one) do update set day = excluded.day where counted.day <> excluded.day
            """)
        .param("today", today)
        .update();
  }

  private boolean isWritten(LocalDate week, Lane lane) {
    return db.sql(
            "select exists (select from wave.punctuality where week = :week and lane = :lane)")
        .param("week", week)
        .param("lane", lane.column())
        .query(Boolean.class)
        .single();
  }

  /** What was said once is not drawn again: two draws of one week would tell more than one. */
  private void write(LocalDate week, Lane lane, OptionalInt share) {
    db.sql(
            """
            insert into wave.punctuality (week, lane, in_time) values (:week, :lane, :share)
            on conflict do nothing
            """)
        .param("week", week)
        .param("lane", lane.column())
        .param("share", share.isPresent() ? share.getAsInt() : null)
        .update();
  }
}
