package org.termin.notifier.delivery;

import static org.termin.notifier.delivery.Columns.at;
import static org.termin.notifier.delivery.Columns.ids;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.Opening.Opened;
import org.termin.contract.sealed.Opening.Unopened;
import org.termin.contract.sealed.Ref;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.keys.Keyring;

/** The reminder rows: read by event or by what they are about, moved by compare-and-set only. */
@Component
public class Rows {

  private static final Logger log = LoggerFactory.getLogger(Rows.class);

  private final JdbcClient db;
  private final Keyring keys;
  private final Alarms alarms;

  public Rows(JdbcClient db, Keyring keys, Alarms alarms) {
    this.alarms = alarms;
    this.db = db;
    this.keys = keys;
  }

  /** The only "now" of business. */
  public Instant now() {
    return db.sql("select app.now() as now")
        .query((row, _) -> Columns.instant(row, "now"))
        .single();
  }

  /** The rows these events speak of, where the event is not stale. */
  List<Row> queued(Collection<ExpiryDue> events) {
    return db
        .sql(
            """
            select r.id, r.sealed_ref, r.state, r.turn, r.tries, r.due_at, r.not_after
            from ledger.reminder r
            join unnest(cast(? as uuid[]), cast(? as int[])) as e(id, turn)
              on r.id = e.id and r.turn = e.turn
            where r.state = 'QUEUED'
            """)
        .param(ids(events.stream().map(ExpiryDue::reminderId).toList()))
        .param(events.stream().map(ExpiryDue::turn).toArray(Integer[]::new))
        .query((row, _) -> new Raw(row))
        .list()
        .stream()
        .flatMap(this::opened)
        .toList();
  }

  /** The rows of these references, in whatever state. */
  List<Row> of(Collection<Ref> refs) {
    return db
        .sql(
            """
            select id, sealed_ref, state, turn, tries, due_at, not_after
            from ledger.reminder where ref = any(?)
            """)
        .param(refs.stream().map(ref -> ref.key(keys.ledger())).toArray(byte[][]::new))
        .query((row, _) -> new Raw(row))
        .list()
        .stream()
        .flatMap(this::opened)
        .toList();
  }

  /** The rows of these ids, in whatever state. */
  public List<Row> rows(Collection<UUID> reminders) {
    return db
        .sql(
            """
            select id, sealed_ref, state, turn, tries, due_at, not_after
            from ledger.reminder where id = any(cast(? as uuid[]))
            """)
        .param(ids(reminders))
        .query((row, _) -> new Raw(row))
        .list()
        .stream()
        .flatMap(this::opened)
        .toList();
  }

  /** Locks rows in the order everybody uses; answers their state and turn. */
  Map<UUID, String> lock(Collection<UUID> reminders) {
    return db
        .sql(
            """
            select id, state || '/' || turn as stand from ledger.reminder
            where id = any(cast(? as uuid[])) order by id for update
            """)
        .param(ids(reminders))
        .query((row, _) -> Map.entry(Columns.id(row, "id"), row.getString("stand")))
        .list()
        .stream()
        .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The rows of these ids, locked in the order everybody uses. */
  public List<Row> lockAll(Collection<UUID> reminders) {
    if (reminders.isEmpty()) {
      return List.of();
    }
    lock(reminders);
    return rows(reminders);
  }

  /** Moves rows that stand in one of these states; answers the ids that moved. */
  public List<UUID> move(
      Collection<UUID> reminders,
      Collection<ReminderState> from,
      ReminderState to,
      Instant wakeAt,
      int moreTries) {
    return db.sql(
            """
            update ledger.reminder set state = ?, wake_at = ?, tries = tries + ?
            where id = any(cast(? as uuid[])) and state = any(?)
            returning id
            """)
        .param(to.name())
        .param(at(wakeAt))
        .param(moreTries)
        .param(ids(reminders))
        .param(from.stream().map(Enum::name).toArray(String[]::new))
        .query(UUID.class)
        .list();
  }

  /** Puts one queued row back to sleep, if its turn is still the one that was judged. */
  boolean defer(Row row, Instant until) {
    return db.sql(
                """
                update ledger.reminder set state = 'RETRY_WAIT', wake_at = ?
                where id = ? and state = 'QUEUED' and turn = ?
                """)
            .param(at(until))
            .param(row.id())
            .param(row.turn())
            .update()
        == 1;
  }

  private Stream<Row> opened(Raw raw) {
    return Optional.of(SealedRef.open(keys.ledger(), raw.id, raw.sealedRef)).stream()
        .flatMap(
            opening ->
                switch (opening) {
                  case Opened<Ref>(Ref ref) -> Stream.of(raw.row(ref));
                  case Unopened<Ref> _ -> {
                    log.error("reminder {} cannot be opened", raw.id);
                    alarms.raise(Alarm.ROW_HELD, 1);
                    yield Stream.empty();
                  }
                });
  }

  private static final class Raw {
    final UUID id;
    final byte[] sealedRef;
    private final ReminderState state;
    private final int turn;
    private final int tries;
    private final Instant dueAt;
    private final Instant notAfter;

    Raw(java.sql.ResultSet row) throws java.sql.SQLException {
      id = Columns.id(row, "id");
      sealedRef = row.getBytes("sealed_ref");
      state = ReminderState.valueOf(row.getString("state"));
      turn = row.getInt("turn");
      tries = row.getInt("tries");
      dueAt = Columns.instant(row, "due_at");
      notAfter = Columns.instant(row, "not_after");
    }

    Row row(Ref ref) {
      return new Row(id, ref, state, turn, tries, dueAt, notAfter);
    }
  }
}
