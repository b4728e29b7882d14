package org.termin.tracker.organiser;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which handle did what on which day; kept 90 days, without the time of day. */
@Component
class Audit {
  private final JdbcClient db;

  Audit(JdbcClient db) {
    this.db = db;
  }

  enum Deed {
    ENROLLED,
    SIGNED_IN,
    INVITED,
    SECONDED,
    REVOKED
  }

  /**
   * One line.
   *
   * @param about whom or what it was done to; nothing if to nobody
   */
  record Line(LocalDate day, UUID handle, Deed action, @Nullable UUID about) {}

  void note(UUID handle, UUID community, Deed deed, @Nullable UUID about) {
    db.sql("delete from organiser.audit where day < app.today() - 90").update();
    db.sql(
            """
            insert into organiser.audit (handle, community, action, about)
            values (:handle, :community, :deed, :about)
            """)
        .param("handle", handle)
        .param("community", community)
        .param("deed", deed.name())
        .param("about", about)
        .update();
  }

  /** The newest days first; within a day in no order, which would be a clock. */
  List<Line> of(UUID community) {
    return db.sql(
            """
            select day, handle, action, about from organiser.audit
            where community = ? and day >= app.today() - 90 order by day desc, handle, id
            """)
        .param(community)
        .query(Line.class)
        .list();
  }
}
