package org.termin.tracker.organiser;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The organisers of the store; asked anew for every request, so that a revocation counts at once.
 */
@Component
class Organisers {
  private final JdbcClient db;

  Organisers(JdbcClient db) {
    this.db = db;
  }

  Optional<Organiser> active(UUID handle) {
    return db.sql(
            """
            select o.handle, o.community, o.role
            from organiser.organiser o join organiser.community c on c.id = o.community
            where o.handle = ? and o.active and c.active
            """)
        .param(handle)
        .query(Organiser.class)
        .optional();
  }

  /** The active organisers of a community, in the order of their random handles. */
  List<Organiser> of(UUID community) {
    return db.sql(
            """
            select handle, community, role from organiser.organiser
            where community = ? and active order by handle
            """)
        .param(community)
        .query(Organiser.class)
        .list();
  }

  void add(Organiser organiser, boolean active) {
    db.sql("insert into organiser.organiser (handle, community, role, active) values (?, ?, ?, ?)")
        .params(organiser.handle(), organiser.community(), organiser.role().name(), active)
        .update();
  }

  /** Forgets the organiser, the passkey and every invitation this one stood for. */
  boolean remove(UUID handle, UUID community) {
    return db.sql("delete from organiser.organiser where handle = ? and community = ?")
            .params(handle, community)
            .update()
        == 1;
  }
}
