package org.termin.notifier.winddown;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.notifier.keys.WindDownLog.Standing;

/**
 * What the door may know: that it ends, and when. The database is believed by the door only;
 * whoever forges it there can refuse sign-ups, which they can do anyway, and ends nothing.
 */
@Component
class Board {
  private final JdbcClient db;

  Board(JdbcClient db) {
    this.db = db;
  }

  void show(Standing standing) {
    switch (standing) {
      case Standing.Closing closing ->
          db.sql(
                  """
                  insert into app.closing (until) values (:until)
                  on conflict (one) do update set until = excluded.until, ended = false
                   where (closing.until, closing.ended) is distinct from (excluded.until, false)
                  """)
              .param("until", closing.until())
              .update();
      case Standing.Ended _ -> db.sql("update app.closing set ended = true").update();
      case Standing.Running _, Standing.Proposed _ -> db.sql("delete from app.closing").update();
    }
  }
}
