package org.termin.tracker.organiser;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.organiser.Audit.Deed;

/**
 * Two people stand for each link: who invites, and another one who seconds. Whoever is at the
 * machine invites through the notifier, also the first two, who stand for each other.
 */
@Component
class Invitations {
  private final JdbcClient db;
  private final Audit audit;
  private final TransactionTemplate transaction;

  Invitations(JdbcClient db, Audit audit, TransactionTemplate transaction) {
    this.db = db;
    this.audit = audit;
    this.transaction = transaction;
  }

  /**
   * One that waits for a second person.
   *
   * @param mark what {@link Secret#mark} says of the link
   * @param invitedBy nobody: whoever is at the machine
   */
  record Waiting(UUID id, UUID community, Role role, String mark, @Nullable UUID invitedBy) {}

  /** One that lets somebody enrol. */
  record Usable(UUID id, UUID community, Role role, @Nullable UUID founding) {}

  /** A link that opens nothing until somebody else seconds it. */
  Optional<Secret> invite(Organiser by, UUID community, Role role) {
    return mayStandFor(by, community, role)
        ? Optional.of(transaction.execute(_ -> invited(by, community, role)))
        : Optional.empty();
  }

  /** Nobody stands for more than the own role, or elsewhere unless as an operator. */
  private static boolean mayStandFor(Organiser by, UUID community, Role role) {
    return by.role() == Role.OPERATOR
        || by.role() == Role.LEAD && role != Role.OPERATOR && by.community().equals(community);
  }

  private Secret invited(Organiser by, UUID community, Role role) {
    db.sql("delete from organiser.invitation where expires_at <= app.now()").update();
    Secret link = Secret.random();
    db.sql(
            """
            insert into organiser.invitation (id, hash, community, role, expires_at, invited_by)
            values (:id, :hash, :community, :role, app.now() + interval '24 hours', :by)
            """)
        .param("id", UUID.randomUUID())
        .param("hash", link.hash())
        .param("community", community)
        .param("role", role.name())
        .param("by", by.handle())
        .update();
    audit.note(by.handle(), by.community(), Deed.INVITED, null);
    return link;
  }

  /** What this organiser could second. */
  List<Waiting> waitingFor(Organiser by) {
    return db
        .sql(
            """
            select id, community, role, invited_by,
                   upper(encode(substring(hash for 2), 'hex')) as mark
              from organiser.invitation
            where seconded_by is null and founding is null and expires_at > app.now()
              and invited_by is distinct from ? order by id
            """)
        .param(by.handle())
        .query(Waiting.class)
        .list()
        .stream()
        .filter(one -> mayStandFor(by, one.community(), one.role()))
        .toList();
  }

  /** The second word; no if it is not this organiser's to give. */
  boolean second(Organiser by, UUID id) {
    Optional<Waiting> waiting =
        waitingFor(by).stream().filter(one -> one.id().equals(id)).findFirst();
    return waiting.isPresent()
        && Boolean.TRUE.equals(transaction.execute(_ -> seconded(by, waiting.get())));
  }

  private boolean seconded(Organiser by, Waiting waiting) {
    boolean first =
        db.sql(
                    """
                    update organiser.invitation set seconded_by = :by
                    where id = :id and seconded_by is null and founding is null
                      and expires_at > app.now() and invited_by is distinct from :by
                    """)
                .param("by", by.handle())
                .param("id", waiting.id())
                .update()
            == 1;
    if (first) {
      audit.note(by.handle(), by.community(), Deed.SECONDED, waiting.id());
    }
    return first;
  }

  /** What a link opens now; expired, used, unknown and unseconded ones look alike. */
  Optional<Usable> usable(byte[] hash) {
    return db.sql(
            """
            select i.id, i.community, i.role, i.founding
            from organiser.invitation i join organiser.community c on c.id = i.community
            where i.hash = ? and i.used_by is null and i.expires_at > app.now() and c.active
              and (i.seconded_by is not null or i.founding is not null)
            """)
        .param(hash)
        .query(Usable.class)
        .optional();
  }

  /** The same within a transaction in which nobody else uses a link. */
  Optional<Usable> take(byte[] hash) {
    db.sql("lock table organiser.invitation in share row exclusive mode").update();
    return usable(hash);
  }

  /** Uses it up; the second of two founders lets both in. */
  void use(Usable invitation, UUID handle) {
    db.sql("update organiser.invitation set used_by = ? where id = ?")
        .params(handle, invitation.id())
        .update();
    if (invitation.founding() != null) {
      db.sql(
              """
              update organiser.organiser set active = true
              where handle in (select used_by from organiser.invitation where founding = :pair)
                and 2 = (select count(used_by) from organiser.invitation where founding = :pair)
              """)
          .param("pair", invitation.founding())
          .update();
    }
  }
}
