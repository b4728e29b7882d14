package org.termin.notifier.epoch;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What still needs an epoch's key: rows of every table that names an epoch, and unread messages.
 */
@Component
class Remaining {
  static final String COUNTS =
      """
      select 'people.record' as place, count(*) as n from people.record where key_epoch = :epoch
      union all
      select 'people.contact_index', count(*) from people.contact_index where key_epoch = :epoch
      union all
      select 'people.stopped', count(*) from people.stopped where key_epoch = :epoch
      union all
      select 'people.verification', count(*) from people.verification where key_epoch = :epoch
      union all
      select 'people.budget', count(*) from people.budget where key_epoch = :epoch
      union all
      select 'ledger.contact_day', count(*) from ledger.contact_day where key_epoch = :epoch
      union all
      select 'ledger.told', count(*) from ledger.told where key_epoch = :epoch
      union all
      select 'ledger.reply_day', count(*) from ledger.reply_day where key_epoch = :epoch
      union all
      select 'door.inbox', count(*) from door.inbox
       where tries = 0 and substring(sealed from 1 for 5) = :box
      """;

  private final JdbcClient db;

  Remaining(JdbcClient db) {
    this.db = db;
  }

  /**
   * Rows by table, of one epoch. A message nobody has looked at yet names its epoch in its first
   * bytes; one that was looked at and does not open is of no epoch of ours.
   */
  Map<String, Long> of(int epoch) {
    Map<String, Long> rows = new TreeMap<>();
    db.sql(COUNTS)
        .param("epoch", epoch)
        .param(
            "box",
            new byte[] {
              1, (byte) (epoch >>> 24), (byte) (epoch >>> 16), (byte) (epoch >>> 8), (byte) epoch
            })
        .query(
            row -> {
              if (row.getLong("n") > 0) {
                rows.put(row.getString("place"), row.getLong("n"));
              }
            });
    return rows;
  }

  /** A replica of the database may lag behind; only the primary's count counts. */
  boolean isPrimary() {
    return !db.sql("select pg_is_in_recovery()").query(Boolean.class).single();
  }
}
