package org.termin.notifier.books;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.keys.Keyring;

/** Reads rows by what they should be about, with a statement that delivery does not use. */
@Component
class Entries {
  private final JdbcClient db;
  private final LedgerKeys keys;

  Entries(JdbcClient db, Keyring keyring) {
    this.db = db;
    this.keys = keyring.ledger();
  }

  Map<Ref, Entry> of(Collection<Ref> refs) {
    Map<ByteBuffer, Ref> byKey = new HashMap<>();
    refs.forEach(ref -> byKey.put(ByteBuffer.wrap(ref.key(keys)), ref));
    Map<Ref, Entry> entries = new HashMap<>();
    db.sql(
            """
            select ref, state, due_at, not_after, wake_at from ledger.reminder where ref = any(:refs)
            """)
        .param("refs", byKey.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query(
            (row, _) ->
                new Entry(
                    Objects.requireNonNull(byKey.get(ByteBuffer.wrap(row.getBytes("ref")))),
                    ReminderState.valueOf(row.getString("state")),
                    instant(row, "due_at"),
                    instant(row, "not_after"),
                    instant(row, "wake_at")))
        .list()
        .forEach(entry -> entries.put(entry.ref(), entry));
    return entries;
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value.equals(OffsetDateTime.MAX) ? Instant.MAX : value.toInstant();
  }
}
