package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.AttemptSeal.Contents;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.notifier.House;
import org.termin.notifier.keys.Keyring;

/** Messages as a notifier leaves them. */
record Written(House house) {
  void to(UUID household, LocalDate day) {
    to(household, 0, "REMINDER", "DELIVERED", null, day);
  }

  void to(
      UUID household, int slot, String kind, String state, @Nullable String error, LocalDate day) {
    LedgerKeys keys = house.get(Keyring.class).ledger();
    UUID id = UUID.randomUUID();
    house
        .db()
        .sql(
            """
            insert into ledger.attempt (id, kind, sealed, channel, state, error, wake_at, day)
            values (?, ?, ?, 'SMS', ?, ?, 'infinity', ?)
            """)
        .param(id)
        .param(kind)
        .param(AttemptSeal.seal(keys, id, new Contents(household, slot, List.of())))
        .param(state)
        .param(error)
        .param(day)
        .update();
  }
}
