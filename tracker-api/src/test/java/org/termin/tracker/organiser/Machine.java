package org.termin.tracker.organiser;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.Door;

/** What the notifier writes for whoever is at the machine, with the notifier's rights. */
final class Machine {
  private Machine() {}

  private static JdbcClient notifier(Door door) {
    return door.store.jdbc(org.termin.database.Role.NOTIFIER);
  }

  static UUID makes(Door door, String code) {
    UUID id = UUID.randomUUID();
    notifier(door)
        .sql("insert into organiser.community (id, join_code) values (?, ?)")
        .params(id, code)
        .update();
    return id;
  }

  /** Nothing where an operator is there. */
  static List<Secret> founds(Door door, UUID community) {
    List<Secret> links = List.of(Secret.random(), Secret.random());
    boolean founded =
        notifier(door)
            .sql("select organiser.found(?, ?, ?)")
            .params(community, links.getFirst().hash(), links.getLast().hash())
            .query(Boolean.class)
            .single();
    return founded ? links : List.of();
  }

  static Secret invites(Door door, UUID community, Role role) {
    Secret link = Secret.random();
    notifier(door)
        .sql(
            """
            insert into organiser.invitation (id, hash, community, role, expires_at)
            values (gen_random_uuid(), ?, ?, ?, app.now() + interval '24 hours')
            """)
        .params(link.hash(), community, role.name())
        .update();
    return link;
  }

  static void closes(Door door, String code) {
    notifier(door).sql("select organiser.close(?)").param(code).query(Integer.class).single();
  }
}
