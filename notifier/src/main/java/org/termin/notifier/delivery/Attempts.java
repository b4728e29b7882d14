package org.termin.notifier.delivery;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
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
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.SaidKey;
import org.termin.contract.words.AttemptKind;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Channel;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Text;
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
      int looks,
      LocalDate day,
      @Nullable Said said,
      Instant now) {

    @Override
    public String toString() {
      return "Attempt[" + id + " " + state + "]";
    }
  }

  /**
   * The trace of a text: enough to recognise it in a provider's list, too little to read it, and
   * worthless with its epoch's keys.
   */
  record Said(byte[] key, int epoch) {
    static @Nullable Said of(byte @Nullable [] key, int epoch) {
      return key == null ? null : new Said(key, epoch);
    }

    @Override
    public String toString() {
      return "Said";
    }
  }

  /** Writes a dispatched attempt whose outcome must be known before its lease is over. */
  void dispatch(
      UUID id,
      AttemptKind kind,
      Contents contents,
      Channel channel,
      Text text,
      int resends,
      Duration lease) {
    Said said = channel == Channel.SMS ? said(id, text) : null;
    db.sql(
            """
            insert into ledger.attempt
              (id, kind, sealed, channel, state, wake_at, resends, said, said_epoch)
            values (?, ?, ?, ?, 'DISPATCHED', app.now() + make_interval(secs => ?), ?, ?, ?)
            """)
        .param(id)
        .param(kind.name())
        .param(AttemptSeal.seal(keys.ledger(), id, contents))
        .param(channel.name())
        .param(lease.toMillis() / 1000.0)
        .param(resends)
        .param(said == null ? null : said.key())
        .param(said == null ? null : said.epoch())
        .update();
  }

  private Said said(UUID id, Text text) {
    EpochKeys epoch = keys.newest();
    return new Said(SaidKey.of(epoch, id, text.plain()), epoch.number());
  }

  /** Whether that is the text an attempt sent; never, once its epoch's keys are destroyed. */
  public boolean isText(Attempt attempt, String text) {
    Said said = attempt.said();
    return said != null
        && keys.epoch(said.epoch())
            .map(epoch -> SaidKey.of(epoch, attempt.id(), text))
            .filter(key -> MessageDigest.isEqual(key, said.key()))
            .isPresent();
  }

  /** Whom an attempt is for, without locking it: records are locked first. */
  public Optional<Attempt> find(UUID id) {
    return read(id, "");
  }

  public Optional<Attempt> lock(UUID id) {
    return read(id, "for update");
  }

  private Optional<Attempt> read(UUID id, String lock) {
    return db.sql(
            """
            select id, kind, sealed, channel, state, provider_ref, resends, looks, day, said,
                   said_epoch, app.now() as now
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
                                row.getInt("looks"),
                                row.getObject("day", LocalDate.class),
                                Said.of(row.getBytes("said"), row.getInt("said_epoch")),
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

  /**
   * Moves a locked attempt; a later look at an instant, or never. The trace of its text is wanted
   * only while nobody knows its outcome.
   */
  public void move(UUID id, AttemptState to, @Nullable String error, Instant wakeAt, int looks) {
    db.sql(
            """
            update ledger.attempt
               set state = ?, error = coalesce(?, error), wake_at = ?, looks = ?,
                   said = case when ? then said end, said_epoch = case when ? then said_epoch end
             where id = ?
            """)
        .param(to.name())
        .param(error)
        .param(Columns.at(wakeAt))
        .param(looks)
        .param(to == AttemptState.UNKNOWN)
        .param(to == AttemptState.UNKNOWN)
        .param(id)
        .update();
  }

  /** Somebody has looked, and will again at that instant. */
  public void look(UUID id, Instant wakeAt, int looks) {
    db.sql("update ledger.attempt set wake_at = ?, looks = ? where id = ?")
        .param(Columns.at(wakeAt))
        .param(looks)
        .param(id)
        .update();
  }

  /** Whether one of these attempts ended with one of these errors. */
  public boolean failedBefore(Collection<UUID> attempts, Collection<String> errors) {
    return !attempts.isEmpty()
        && db.sql(
                """
                select exists (select from ledger.attempt
                                where id = any(cast(? as uuid[])) and error = any(?))
                """)
            .param(Columns.ids(attempts))
            .param(errors.toArray(String[]::new))
            .query(Boolean.class)
            .single();
  }

  /** Whether an attempt other than this one has that reference. */
  public boolean isOthers(UUID id, String providerRef) {
    return db.sql("select exists (select from ledger.attempt where provider_ref = ? and id <> ?)")
        .param(providerRef)
        .param(id)
        .query(Boolean.class)
        .single();
  }

  public void providerRef(UUID id, String ref) {
    db.sql("update ledger.attempt set provider_ref = ? where id = ?").param(ref).param(id).update();
  }

  /** A message that was taken has been watched to the end after so many looks. */
  public static final int WATCHED = 3;

  /** The attempts in that state at which somebody must look now. */
  public List<UUID> waking(AttemptState state, int limit) {
    return db.sql(
            """
            select id from ledger.attempt
             where state = ? and wake_at <= app.now() and (state <> 'ACCEPTED' or looks < ?)
             order by wake_at limit ?
            """)
        .param(state.name())
        .param(WATCHED)
        .param(limit)
        .query(UUID.class)
        .list();
  }
}
