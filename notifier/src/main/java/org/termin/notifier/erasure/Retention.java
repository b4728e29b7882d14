package org.termin.notifier.erasure;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.Alert;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.HeldDocument;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * Nobody is kept longer than there is something to tell. The day is inside the sealed record, as in
 * a plain column it would give the expiry away; so every record is opened to see.
 */
@Component
public class Retention {
  private static final Logger log = LoggerFactory.getLogger(Retention.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;
  private static final int KEPT_DAYS = 90;

  /** The ladder of waiting for a decision ends a year and a month after filing. */
  private static final int WAITING_DAYS = 390;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final Records records;
  private final Erasure erasure;

  Retention(
      JdbcClient db,
      TransactionTemplate transaction,
      StoreClock clock,
      Records records,
      Erasure erasure) {
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.records = records;
    this.erasure = erasure;
  }

  /**
   * Erases everybody whose last document ended 90 days ago, alerts of two years, and old stops;
   * says how many rows.
   */
  @Scheduled(
      initialDelayString = "${termin.retention.every}",
      fixedDelayString = "${termin.retention.every}")
  public int sweep() {
    LocalDate today = clock.today();
    int erased = stops() + weeks() + releases() + shares();
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = after(after);
      Map<UUID, Found> people = records.open(ids);
      for (UUID id : ids) {
        after = id;
        boolean over =
            people
                .getOrDefault(id, Found.gone())
                .here()
                .filter(one -> isOver(one, today))
                .isPresent();
        erased += over && erase(id, today) ? 1 : 0;
      }
    } while (ids.size() == BATCH);
    return erased;
  }

  /** Kept to be taken back; that a slot stopped stands in its record, and in the log of stops. */
  private int stops() {
    return db.sql("delete from people.stopped where day < app.today() - 14").update();
  }

  /** Fifty-six weeks, which are never more than thirteen months. */
  private int weeks() {
    return db.sql("delete from wave.punctuality where week < app.today() - 392").update();
  }

  /** Their figures go with them. */
  private int releases() {
    return db.sql("delete from wave.release where released < app.today() - 728").update();
  }

  private int shares() {
    return db.sql("delete from wave.opt_out where released < app.today() - 728").update();
  }

  private List<UUID> after(UUID id) {
    return db.sql("select id from people.record where id > :id order by id limit :batch")
        .param("id", id)
        .param("batch", BATCH)
        .query(UUID.class)
        .list();
  }

  private boolean erase(UUID id, LocalDate today) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              _ -> {
                var over = records.lock(id).here().filter(person -> isOver(person, today));
                over.ifPresent(erasure::erase);
                return over.isPresent();
              }));
    } catch (RuntimeException e) {
      log.error("an erasure has to be tried again ({})", e.getClass().getSimpleName());
      return false;
    }
  }

  private static boolean isOver(Person person, LocalDate today) {
    if (person.content().situation().alert() != null) {
      return person.content().registered().plusYears(Alert.YEARS).isBefore(today);
    }
    return person.content().situation().documents().stream()
        .allMatch(document -> isOver(document, today));
  }

  private static boolean isOver(HeldDocument document, LocalDate today) {
    LocalDate last = document.lastValidDay();
    boolean ended = last != null && last.plusDays(KEPT_DAYS).isBefore(today);
    return switch (document.state()) {
      case DocumentState.Held() -> ended;
      case DocumentState.Lost(_) -> ended;
      case DocumentState.Renewed() -> ended;
      case DocumentState.Filed(LocalDate on) -> ended && on.plusDays(WAITING_DAYS).isBefore(today);
    };
  }
}
