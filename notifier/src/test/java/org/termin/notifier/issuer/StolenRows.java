package org.termin.notifier.issuer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.database.Role;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.TestStore;

/**
 * The reminder rows of a stolen disk, with everything on it that needs no key: their days, lanes
 * and bands, and which transaction wrote them.
 */
record StolenRows(List<Row> rows) {
  /** The minute is an HMAC's; of the time of day only the band says something. */
  record Row(UUID id, byte[] sealed, LocalDate due, LocalDate stale, Trait trait, long writer) {}

  /** All that a row shows of a stage. */
  record Trait(int lane, boolean western) {}

  /** What a row says about its document: equal for everybody with this stage on this day. */
  record Mark(LocalDate due, LocalDate stale, Trait trait) {}

  static Mark mark(Row row) {
    return new Mark(row.due(), row.stale(), row.trait());
  }

  static StolenRows from(TestStore store) {
    return new StolenRows(
        store
            .jdbc(Role.NOTIFIER)
            .sql(
                """
                select id, sealed_ref, lane, due_at, not_after, xmin::text::bigint as writer
                  from ledger.reminder where state = 'PLANNED' order by ctid
                """)
            .query(
                (row, _) -> {
                  Instant due = row.getObject("due_at", OffsetDateTime.class).toInstant();
                  Instant stale = row.getObject("not_after", OffsetDateTime.class).toInstant();
                  return new Row(
                      row.getObject("id", UUID.class),
                      row.getBytes("sealed_ref"),
                      LocalDate.ofInstant(due, ZoneOffset.UTC),
                      LocalDate.ofInstant(stale, ZoneOffset.UTC),
                      new Trait(row.getInt("lane"), due.atOffset(ZoneOffset.UTC).getHour() >= 19),
                      row.getLong("writer"));
                })
            .list());
  }

  /** What is due later than this day: the ladders of all who came before it. */
  StolenRows after(LocalDate day) {
    return new StolenRows(rows.stream().filter(row -> row.due().isAfter(day)).toList());
  }

  /** The same rows as another design would have written them. */
  StolenRows as(UnaryOperator<Row> planted) {
    return new StolenRows(rows.stream().map(planted).toList());
  }

  /** The answer to the attackers' questions, by the key they do not have. */
  Map<UUID, Ref> opened(Keyring keys) {
    return rows.stream()
        .collect(
            Collectors.toMap(
                Row::id,
                row -> SealedRef.open(keys.ledger(), row.id(), row.sealed()).opened().orElseThrow(),
                (one, _) -> one));
  }
}
