package org.termin.notifier.plan;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/** The statements that plan and take back reminder rows; the person's record is locked. */
@Component
class Ledger {
  private final JdbcClient db;
  private final LedgerKeys keys;

  Ledger(JdbcClient db, Keyring keyring) {
    this.db = db;
    this.keys = keyring.ledger();
  }

  /** A row that is there, with the reference found for it. */
  record Standing(UUID id, Ref ref, ReminderState state) {}

  Map<Ref, Standing> standing(Collection<Ref> refs) {
    Map<ByteBuffer, Ref> byKey = new HashMap<>();
    refs.forEach(ref -> byKey.put(ByteBuffer.wrap(ref.key(keys)), ref));
    Map<Ref, Standing> rows = new HashMap<>();
    db.sql("select id, ref, state from ledger.reminder where ref = any(:refs)")
        .param("refs", byKey.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query(
            (row, _) ->
                new Standing(
                    row.getObject("id", UUID.class),
                    Objects.requireNonNull(byKey.get(ByteBuffer.wrap(row.getBytes("ref")))),
                    ReminderState.valueOf(row.getString("state"))))
        .list()
        .forEach(row -> rows.put(row.ref(), row));
    return rows;
  }

  /** Inserts what is new and moves what has not been queued; deferred rows keep their later day. */
  void put(List<Reason> reasons) {
    if (reasons.isEmpty()) {
      return;
    }
    UUID[] ids = reasons.stream().map(_ -> UUID.randomUUID()).toArray(UUID[]::new);
    byte[][] refs = new byte[ids.length][];
    byte[][] sealed = new byte[ids.length][];
    for (int at = 0; at < ids.length; at++) {
      refs[at] = reasons.get(at).ref().key(keys);
      sealed[at] = SealedRef.seal(keys, ids[at], reasons.get(at).ref());
    }
    db.sql(
            """
            insert into ledger.reminder (id, ref, sealed_ref, lane, due_at, not_after, wake_at)
            select id, ref, sealed_ref, lane, due_at, not_after, due_at
              from unnest(:ids::uuid[], :refs, :sealed, :lanes::smallint[],
                          :due::timestamptz[], :notAfter::timestamptz[])
                   as n (id, ref, sealed_ref, lane, due_at, not_after)
             order by id
            on conflict (ref) do update
               set lane = excluded.lane, due_at = excluded.due_at, not_after = excluded.not_after,
                   wake_at = case reminder.state when 'PLANNED' then excluded.due_at
                             else greatest(reminder.wake_at, excluded.due_at) end
             where reminder.state in ('PLANNED', 'RETRY_WAIT')
               and (reminder.due_at, reminder.not_after, reminder.lane)
                   is distinct from (excluded.due_at, excluded.not_after, excluded.lane)
            """)
        .param("ids", texts(List.of(ids)))
        .param("refs", refs)
        .param("sealed", sealed)
        .param("lanes", reasons.stream().mapToInt(Reason::lane).toArray())
        .param("due", texts(reasons.stream().map(Reason::dueAt).toList()))
        .param("notAfter", texts(reasons.stream().map(Reason::notAfter).toList()))
        .update();
  }

  /** Ends rows nobody has told, or of which nobody knows whether they were. */
  void end(Collection<Standing> rows, ReminderState how) {
    if (rows.isEmpty()) {
      return;
    }
    db.sql(
            """
            update ledger.reminder set state = :how, wake_at = 'infinity'
             where id = any(:ids::uuid[]) and state in ('PLANNED', 'RETRY_WAIT', 'QUEUED', 'UNKNOWN')
            """)
        .param("how", how.name())
        .param("ids", texts(rows.stream().map(Standing::id).toList()))
        .update();
  }

  /** What was put away while the person paused may speak again. */
  void wake(Collection<Standing> rows, Instant now) {
    if (rows.isEmpty()) {
      return;
    }
    db.sql(
            """
            update ledger.reminder set wake_at = greatest(due_at, :now::timestamptz)
             where id = any(:ids::uuid[]) and state = 'RETRY_WAIT' and wake_at = 'infinity'
            """)
        .param("now", now.toString())
        .param("ids", texts(rows.stream().map(Standing::id).toList()))
        .update();
  }

  /** The rows are those of this version of the record. */
  void planned(Person person) {
    db.sql("update people.record set planned_version = :version where id = :id")
        .param("version", person.version())
        .param("id", person.id())
        .update();
  }

  /** And of that edition of the rules, or of a newer one. */
  void adopted(Person person, int edition) {
    db.sql(
            """
            update people.record set planned_guidance = :edition
             where id = :id and planned_guidance < :edition
            """)
        .param("edition", edition)
        .param("id", person.id())
        .update();
  }

  private static String[] texts(List<?> values) {
    return values.stream().map(Object::toString).toArray(String[]::new);
  }
}
