package org.termin.notifier.winddown;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.notifier.erasure.RetentionSchedule;
import org.termin.notifier.erasure.RetentionSchedule.About;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.WindDownLog;
import org.termin.notifier.keys.WindDownLog.Standing;

/** What is left of a service that has ended: nothing that is about a person. */
public final class Remains {
  /** Organisers have accounts of their own, which the notifier may not touch. */
  private static final String ORGANISERS = "organiser.";

  private Remains() {}

  /** Whether it has; then what a crash has left of it is taken away too. */
  public static boolean hasEnded(JdbcClient db, KeySettings keys) {
    boolean ended = new WindDownLog(keys.folder()).read().standing() instanceof Standing.Ended;
    if (ended) {
      remove(db, keys);
    }
    return ended;
  }

  /** The keys first: once they are gone nothing else matters. */
  static void remove(JdbcClient db, KeySettings keys) {
    Keyring.destroyAll(keys);
    db.sql("update app.closing set ended = true").update();
    tables().forEach(table -> db.sql("delete from " + table).update());
  }

  private static List<String> tables() {
    return RetentionSchedule.all().stream()
        .filter(kept -> kept.about() == About.A_PERSON && !kept.table().startsWith(ORGANISERS))
        .map(RetentionSchedule.Kept::table)
        .toList();
  }
}
