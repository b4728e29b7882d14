package org.termin.notifier.punctuality;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.notifier.House;
import org.termin.notifier.keys.Keyring;

/** Rows and attempts as a notifier leaves them, without the weeks in between. */
record Ledger(House house) {
  private LedgerKeys keys() {
    return house.get(Keyring.class).ledger();
  }

  /** A reminder of a household, due at that instant. */
  UUID row(UUID household, String state, int lane, int turn, OffsetDateTime due) {
    return row(new Ref(household, 1, 1, 3), state, lane, turn, due);
  }

  UUID row(Ref ref, String state, int lane, int turn, OffsetDateTime due) {
    UUID id = UUID.randomUUID();
    boolean waits = List.of("PLANNED", "QUEUED").contains(state);
    house
        .db()
        .sql(
            """
            insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, state, turn, wake_at)
            values (?, substring(sha256(?) for 16), ?, ?, ?, ?, ?, ?, ?::timestamptz)
            """)
        .param(id)
        .param(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8))
        .param(SealedRef.seal(keys(), id, ref))
        .param(lane)
        .param(due)
        .param(due.plusDays(30))
        .param(state)
        .param(turn)
        .param(waits ? due.toString() : "infinity")
        .update();
    return id;
  }

  /** One message of a household that told these rows on that day. */
  void attempt(UUID household, String state, LocalDate day, UUID... rows) {
    UUID id = UUID.randomUUID();
    house
        .db()
        .sql(
            """
            insert into ledger.attempt (id, kind, sealed, channel, state, wake_at, day)
            values (?, 'REMINDER', ?, 'SMS', ?, 'infinity', ?)
            """)
        .param(id)
        .param(AttemptSeal.seal(keys(), id, new Contents(household, 0, List.of(rows))))
        .param(state)
        .param(day)
        .update();
  }

  /** So many households with one reminder each that was due and was taken on these days. */
  void households(int many, int lane, LocalDate due, LocalDate taken) {
    for (int one = 0; one < many; one++) {
      UUID household = UUID.randomUUID();
      attempt(household, "DELIVERED", taken, row(household, "DELIVERED", lane, 1, noon(due)));
    }
  }

  static OffsetDateTime noon(LocalDate day) {
    return day.atTime(12, 0).atOffset(ZoneOffset.UTC);
  }
}
