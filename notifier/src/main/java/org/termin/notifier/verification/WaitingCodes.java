package org.termin.notifier.verification;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The codes people wait for, as rows: due, locked, put off, sent, forgotten. */
@Component
class WaitingCodes {
  private final JdbcClient db;

  WaitingCodes(JdbcClient db) {
    this.db = db;
  }

  /** Where a code goes. */
  record Place(UUID registration, int slot) {}

  /** How many left before, and whether the phone wrote to us since it waits. */
  record Waiting(long serial, boolean calledIn) {
    Lane lane() {
      return calledIn ? Lane.PHONE : Lane.PAGE;
    }
  }

  List<Place> due(int most) {
    return db.sql(
            """
            select registration, slot from people.verification
             where attempt is null and send_at <= app.now() order by send_at limit :most
            """)
        .param("most", most)
        .query(Place.class)
        .list();
  }

  /** Nothing if it does not wait, or not now. */
  Optional<Waiting> lock(UUID registration, int slot) {
    return db.sql(
            """
            select serial, called_in from people.verification
             where registration = :registration and slot = :slot
               and attempt is null and send_at <= app.now() for update
            """)
        .param("registration", registration)
        .param("slot", slot)
        .query(Waiting.class)
        .optional();
  }

  void postpone(UUID registration, int slot, Instant until) {
    db.sql(
            """
            update people.verification set send_at = :until::timestamptz
             where registration = :registration and slot = :slot
            """)
        .param("until", until.toString())
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  /** It leaves; that its phone wrote to us is forgotten. */
  void leaves(UUID registration, int slot, long serial, int epoch, UUID attempt) {
    db.sql(
            """
            update people.verification
               set serial = :serial, key_epoch = :epoch, attempt = :attempt, tries = 0,
                   send_at = app.now(), accepted_at = null, called_in = false
             where registration = :registration and slot = :slot
            """)
        .param("serial", serial)
        .param("epoch", epoch)
        .param("attempt", attempt)
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  void forget(UUID registration, int slot) {
    db.sql("delete from people.verification where registration = :registration and slot = :slot")
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }
}
