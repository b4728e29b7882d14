package org.termin.notifier.keys;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of an old backup whose keys were destroyed since: nobody can read them any more. */
public final class Unreadable {
  private static final Logger log = LoggerFactory.getLogger(Unreadable.class);

  /** Every table that names an epoch; what points to a record goes with it. */
  private static final List<String> TABLES =
      List.of(
          "people.record",
          "people.contact_index",
          "people.stopped",
          "people.verification",
          "people.budget",
          "ledger.contact_day",
          "ledger.told",
          "ledger.reply_day");

  private Unreadable() {}

  /** Deletes them, once somebody has asked for it; says how many rows. */
  public static int delete(JdbcClient db, Path keyFolder) {
    Integer[] destroyed = new EpochLog(keyFolder).read().destroyed().toArray(Integer[]::new);
    int deleted = 0;
    for (String table : TABLES) {
      deleted +=
          db.sql("delete from " + table + " where key_epoch = any(:destroyed)")
              .param("destroyed", destroyed)
              .update();
    }
    if (deleted > 0) {
      log.warn("{} rows of destroyed epochs were deleted, as asked", deleted);
    }
    return deleted;
  }
}
