package org.termin.notifier.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Channel;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.Keyring;

/** The attempt rows: one message to one contact, from the lease to the last receipt. */
@Component
public class Attempts {

  private static final Logger log = LoggerFactory.getLogger(Attempts.class);

  private final JdbcClient db;
  private final Keyring keys;
  private final Alarms alarms;

  public Attempts(JdbcClient db, Keyring keys, Alarms alarms) {
    this.alarms = alarms;
    this.db = db;
    this.keys = keys;
  }

  /** One attempt as its row and its seal say. */
  public record Attempt(
      UUID id,
      AttemptKind kind,
      Contents contents,
      Channel channel,
      AttemptState state,
      @Nullable String providerRef,
      int resends,
      Instant now) {

    @Override
    public String toString() {
      return "Attempt[" + id + " " + state + "]";
    }
  }

  /** Writes a dispatched attempt whose outcome must be known before its lease is over. */
  void dispatch(
      UUID id, AttemptKind kind, Contents contents, Channel channel, int resends, Duration lease) {
    db.sql(
            """
            insert into ledger.attempt (id, kind, sealed, channel, state, wake_at, resends)
            values (?, ?, ?, ?, 'DISPATCHED', app.now() + make_interval(secs => ?), ?)
            """)
        .param(id)
        .param(kind.name())
        .param(AttemptSeal.seal(keys.ledger(), id, contents))
        .param(channel.name())
        .param(lease.toMillis() / 1000.0)
        .param(resends)
        .update();
  }

  /** Whom an attempt is for, without locking it: records are locked first. */
  public Optional<Attempt> find(UUID id) {
    return read(id, "");
  }

  Optional<Attempt> lock(UUID id) {
    return read(id, "for update");
  }

  private Optional<Attempt> read(UUID id, String lock) {
    return db.sql(
            """
            select id, kind, sealed, channel, state, provider_ref, resends, app.now() as now
            from ledger.attempt where id = ? %s
            """
                .formatted(lock))
        .param(id)
        .query(
            (row, _) ->
                contents(id, row.getBytes("sealed"))
                    .map(
                        contents -> {
                          try {
                            return new Attempt(
                                id,
                                AttemptKind.valueOf(row.getString("kind")),
                                contents,
                                Channel.valueOf(row.getString("channel")),
                                AttemptState.valueOf(row.getString("state")),
                                row.getString("provider_ref"),
                                row.getInt("resends"),
                                Columns.instant(row, "now"));
                          } catch (java.sql.SQLException e) {
                            throw new IllegalStateException(e);
                          }
                        }))
        .optional()
        .flatMap(found -> found);
  }

  private Optional<Contents> contents(UUID id, byte[] sealed) {
    Optional<Contents> contents = AttemptSeal.open(keys.ledger(), id, sealed).opened();
    if (contents.isEmpty()) {
      log.error("attempt {} cannot be opened", id);
      alarms.raise(Alarm.ROW_HELD, 1);
    }
    return contents;
  }

  /** Moves a locked attempt; a later look at an instant, or never. */
  void move(UUID id, AttemptState to, @Nullable String error, Instant wakeAt) {
    db.sql(
            """
            update ledger.attempt set state = ?, error = coalesce(?, error), wake_at = ?
            where id = ?
            """)
        .param(to.name())
        .param(error)
        .param(Columns.at(wakeAt))
        .param(id)
        .update();
  }

  void providerRef(UUID id, String ref) {
    db.sql("update ledger.attempt set provider_ref = ? where id = ?").param(ref).param(id).update();
  }

  /** Nothing more is expected of it. */
  void rest(UUID id) {
    db.sql("update ledger.attempt set wake_at = 'infinity' where id = ?").param(id).update();
  }

  /** The attempts in that state at which somebody must look now. */
  public List<UUID> waking(AttemptState state, int limit) {
    return db.sql(
            """
            select id from ledger.attempt where state = ? and wake_at <= app.now()
            order by wake_at limit ?
            """)
        .param(state.name())
        .param(limit)
        .query(UUID.class)
        .list();
  }
}
