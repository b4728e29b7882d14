package org.termin.notifier.epoch;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;

/** Opens everything with the keys that are there, as an operator does before trusting a disk. */
@Component
class KeyCheck {
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int BATCH = 500;

  private final JdbcClient db;
  private final Keyring keys;
  private final Records records;
  private final Places places;

  KeyCheck(JdbcClient db, Keyring keys, Records records, Places places) {
    this.db = db;
    this.keys = keys;
    this.records = records;
    this.places = places;
  }

  /**
   * What was opened.
   *
   * @param unreadable records that do not open under the values of their row
   * @param unreadableStops contacts that said stop and do not open
   * @param missingInReplica key files whose copy is missing or another one
   */
  record Checked(
      long records,
      long unreadable,
      long stops,
      long unreadableStops,
      List<String> missingInReplica) {}

  Checked check() {
    long opened = 0;
    long unreadable = 0;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids =
          db.sql("select id from people.record where id > :after order by id limit :batch")
              .param("after", after)
              .param("batch", BATCH)
              .query(UUID.class)
              .list();
      for (Found found : records.open(ids).values()) {
        opened++;
        unreadable += found instanceof Found.Held ? 1 : 0;
      }
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == BATCH);
    long stops = db.sql("select count(*) from people.stopped").query(Long.class).single();
    long readable = places.stoppedBefore(Integer.MAX_VALUE, Integer.MAX_VALUE).size();
    return new Checked(
        opened, unreadable, stops, Math.max(0, stops - readable), keys.missingInReplica());
  }
}
