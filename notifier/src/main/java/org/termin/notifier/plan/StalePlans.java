package org.termin.notifier.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.RecordState;
import org.termin.notifier.edition.Editions;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/** Plans whoever was changed without having been planned, or is still under an older edition. */
@Component
public class StalePlans {
  private static final Logger log = LoggerFactory.getLogger(StalePlans.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 200;
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final Records records;
  private final Planning planning;
  private final NewRules rules;
  private final Editions editions;

  StalePlans(
      JdbcClient db,
      TransactionTemplate transaction,
      StoreClock clock,
      Records records,
      Planning planning,
      NewRules rules,
      Editions editions) {
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.records = records;
    this.planning = planning;
    this.rules = rules;
    this.editions = editions;
  }

  /** Plans everybody whose plan is older than their record or than the rules; says how many. */
  @Scheduled(
      fixedDelayString = "${termin.sweep.every}",
      initialDelayString = "${termin.sweep.every}")
  public int sweep() {
    int planned = 0;
    UUID after = FIRST;
    List<UUID> stale;
    do {
      stale = stale(after);
      for (UUID id : stale) {
        planned += plan(id) ? 1 : 0;
        after = id;
      }
    } while (stale.size() == BATCH);
    return planned;
  }

  private List<UUID> stale(UUID after) {
    return db.sql(
            """
            select id from (
              (select id from people.record
                where state = 2 and planned_version < version and id > :after order by id limit :batch)
              union
              (select id from people.record
                where state = 2 and planned_guidance < :mine and id > :after order by id limit :batch)
            ) stale order by id limit :batch
            """)
        .param("after", after)
        .param("mine", editions.own().number())
        .param("batch", BATCH)
        .query(UUID.class)
        .list();
  }

  private boolean plan(UUID id) {
    try {
      return Boolean.TRUE.equals(
          transaction.execute(
              _ ->
                  switch (records.lock(id)) {
                    case Found.Here(Person person) when isStale(person) -> {
                      plan(person, clock.now());
                      yield true;
                    }
                    case Found.Here _ -> false;
                    case Found.Gone _ -> false;
                    case Found.Held _ -> false;
                  }));
    } catch (RuntimeException e) {
      // one person's trouble must not keep the others from being planned
      log.error("a stale plan could not be made anew ({})", e.getClass().getSimpleName());
      return false;
    }
  }

  private void plan(Person person, Instant now) {
    if (person.plannedVersion() < person.version()) {
      planning.replan(person, now);
    }
    if (person.plannedGuidance() < editions.own().number()) {
      rules.adopt(person, now);
    }
  }

  private boolean isStale(Person person) {
    return person.state() == RecordState.ACTIVE
        && (person.plannedVersion() < person.version()
            || person.plannedGuidance() < editions.own().number());
  }
}
