package org.termin.notifier.community;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.organiser.PasskeyAddress;
import org.termin.contract.organiser.Role;
import org.termin.contract.organiser.Secret;
import org.termin.notifier.Refused;
import org.termin.notifier.channel.Credentials;

/**
 * Links to the organisers' pages. The word of whoever is at the machine is one of two: an organiser
 * seconds it, and the first two second each other.
 */
@Component
class Inviting {
  private static final int PORT = 8080;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Communities communities;
  private final Credentials credentials;

  Inviting(
      JdbcClient db,
      TransactionTemplate transaction,
      Communities communities,
      Credentials credentials) {
    this.db = db;
    this.transaction = transaction;
    this.communities = communities;
    this.credentials = credentials;
  }

  /** Two links for the first two operators; the store refuses while an operator is there. */
  List<String> found(@Nullable String code) {
    UUID community = communities.open(code);
    PasskeyAddress site = site();
    Secret one = Secret.random();
    Secret other = Secret.random();
    boolean founded =
        db.sql("select organiser.found(?, ?, ?)")
            .params(community, one.hash(), other.hash())
            .query(Boolean.class)
            .single();
    if (!founded) {
      throw new Refused(
          "An operator is there already, so nobody is let in on the machine's word alone:"
              + " ./termin organiser invite makes a link that an organiser agrees to.");
    }
    return List.of(one.link(site), other.link(site));
  }

  /** One link, which opens nothing until an organiser seconds it. */
  String invite(@Nullable String code, @Nullable String asked) {
    UUID community = communities.open(code);
    Role role = read(asked);
    PasskeyAddress site = site();
    if (!somebodySeconds(community, role)) {
      throw new Refused(
          "Nobody is there who could second it. ./termin organiser found --community CODE makes"
              + " two links for the first two people.");
    }
    Secret link = Secret.random();
    transaction.executeWithoutResult(_ -> write(link, community, role));
    return link.link(site);
  }

  /** Without one it would wait for its end in vain. */
  private boolean somebodySeconds(UUID community, Role role) {
    return db.sql(
            """
            select exists (
              select from organiser.organiser o join organiser.community c on c.id = o.community
               where o.active and c.active
                 and (o.role = 'OPERATOR'
                      or o.role = 'LEAD' and :role <> 'OPERATOR' and o.community = :community))
            """)
        .param("role", role.name())
        .param("community", community)
        .query(Boolean.class)
        .single();
  }

  private void write(Secret link, UUID community, Role role) {
    db.sql("delete from organiser.invitation where expires_at <= app.now()").update();
    db.sql(
            """
            insert into organiser.invitation (id, hash, community, role, expires_at)
            values (:id, :hash, :community, :role, app.now() + interval '24 hours')
            """)
        .param("id", UUID.randomUUID())
        .param("hash", link.hash())
        .param("community", community)
        .param("role", role.name())
        .update();
  }

  private static Role read(@Nullable String asked) {
    String name = String.valueOf(asked).strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(Role.values())
        .filter(role -> role.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new Refused("The role is member, lead or operator."));
  }

  /** The door does not start at another one. */
  private PasskeyAddress site() {
    try {
      return PasskeyAddress.of(credentials.publicUrl().toString(), PORT);
    } catch (IllegalArgumentException none) {
      throw new Refused(String.valueOf(none.getMessage()));
    }
  }
}
