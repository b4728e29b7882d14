package org.termin.notifier.verification;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.VerificationCode;
import org.termin.contract.words.Answer;
import org.termin.notifier.keys.Keyring;

/** Codes that prove a contact can be reached: wanted, judged, forgotten; derived, never stored. */
@Component
public class Codes {
  private final JdbcClient db;
  private final Keyring keys;
  private final CodeLimits limits;

  Codes(JdbcClient db, Keyring keys, CodeLimits limits) {
    this.db = db;
    this.keys = keys;
    this.limits = limits;
  }

  /**
   * Somebody waits for a code at that slot; the one before stays good until a new one leaves, for
   * its ten minutes at most. As {@code send_at} is the new one's from now on, and the provider's
   * word on the old one finds it no more, its beginning is fixed here.
   */
  public void want(UUID registration, int slot) {
    db.sql(
            """
            insert into people.verification (registration, slot, serial, key_epoch, send_at)
            values (:registration, :slot, 1, :epoch, app.now())
            on conflict (registration, slot) do update
               set attempt = null,
                   accepted_at = case when verification.attempt is null then verification.accepted_at
                                 else coalesce(verification.accepted_at, verification.send_at) end,
                   send_at = case when verification.attempt is null then verification.send_at
                             else app.now() end
            """)
        .param("registration", registration)
        .param("slot", slot)
        .param("epoch", keys.newest().number())
        .update();
  }

  /** Judges what a person typed; the record is locked. {@code DONE} uses the code up. */
  public Answer judge(UUID registration, int slot, String typed, Instant now) {
    Optional<Sent> sent =
        db.sql(
                """
                select serial, key_epoch, tries, send_at, accepted_at from people.verification
                 where registration = :registration and slot = :slot and serial > 1 for update
                """)
            .param("registration", registration)
            .param("slot", slot)
            .query(
                (row, _) ->
                    new Sent(
                        row.getLong("serial"),
                        row.getInt("key_epoch"),
                        row.getInt("tries"),
                        row.getObject("send_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("accepted_at", OffsetDateTime.class))))
            .optional();
    if (sent.isEmpty()) {
      return Answer.WRONG;
    }
    Sent code = sent.get();
    if (code.tries() >= limits.tries()) {
      return Answer.LOCKED;
    }
    if (now.isAfter(code.since().plus(limits.valid()))) {
      return Answer.EXPIRED;
    }
    boolean right =
        keys.epoch(code.epoch())
            .map(epoch -> VerificationCode.of(epoch, registration, slot, code.serial()))
            .map(expected -> expected.matches(typed))
            .orElse(false);
    if (right) {
      forget(registration, slot);
      return Answer.DONE;
    }
    db.sql(
            """
            update people.verification set tries = tries + 1
             where registration = :registration and slot = :slot
            """)
        .param("registration", registration)
        .param("slot", slot)
        .update();
    return Answer.WRONG;
  }

  /** Nobody waits for that code any more. */
  public void forget(UUID registration, int slot) {
    db.sql("delete from people.verification where registration = :registration and slot = :slot")
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  /**
   * The provider took the message of that attempt: its ten minutes begin. To be called first in the
   * outcome's transaction, as it locks the record.
   */
  public void accepted(UUID attempt) {
    db.sql(
            """
            update people.record set wake_at = app.now() + cast(:unconfirmed as interval)
             where state = 1
               and id = (select registration from people.verification where attempt = :attempt)
            """)
        .param("unconfirmed", limits.unconfirmed().toString())
        .param("attempt", attempt)
        .update();
    db.sql(
            """
            update people.verification set accepted_at = app.now()
             where attempt = :attempt and accepted_at is null
            """)
        .param("attempt", attempt)
        .update();
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }

  /** The last code that left; while its acceptance is not known, its dispatch counts. */
  private record Sent(
      long serial, int epoch, int tries, Instant sentAt, @Nullable Instant acceptedAt) {
    Instant since() {
      return acceptedAt == null ? sentAt : acceptedAt;
    }
  }
}
