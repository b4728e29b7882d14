package org.termin.notifier.books;

import static org.termin.contract.words.ReminderState.ACCEPTED;
import static org.termin.contract.words.ReminderState.CANCELLED;
import static org.termin.contract.words.ReminderState.DELIVERED;
import static org.termin.contract.words.ReminderState.EXPIRED_UNSENT;
import static org.termin.contract.words.ReminderState.FAILED;
import static org.termin.contract.words.ReminderState.NO_RECEIPT;
import static org.termin.contract.words.ReminderState.PLANNED;
import static org.termin.contract.words.ReminderState.QUEUED;
import static org.termin.contract.words.ReminderState.RETRY_WAIT;
import static org.termin.contract.words.ReminderState.SENDING;
import static org.termin.contract.words.ReminderState.SUPERSEDED;
import static org.termin.contract.words.ReminderState.UNKNOWN;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.ReminderState;
import org.termin.notifier.keys.Keyring;

/**
 * The whole ledger at one instant: every planned reminder stands in exactly one place, and every
 * place agrees with the attempts. Opens all attempts, so it is for experiments and for doubt, not
 * for every minute.
 */
@Component
public class Balance {

  /** Rows at once from the database, so that a large ledger does not have to fit into memory. */
  private static final int FETCHED = 1_000;

  private static final String NEVER_WOKEN =
      """
      select count(*) from ledger.reminder
       where state in ('PLANNED', 'QUEUED') and wake_at = 'infinity'
      """;
  private static final String WOKEN_FOR_NOTHING =
      """
      select count(*) from ledger.reminder
       where state not in ('PLANNED', 'QUEUED', 'RETRY_WAIT') and wake_at < 'infinity'
      """;
  private static final String KEY_NOT_GIVEN_BACK =
      """
      select count(*) from (select attempt from ledger.contact_day union all select attempt from ledger.told) k
       where not exists (select from ledger.attempt a
                          where a.id = k.attempt and a.state not in ('NOT_SENT', 'REJECTED'))
      """;

  private final JdbcClient db;
  private final TransactionTemplate snapshot;
  private final LedgerKeys keys;

  Balance(JdbcClient db, TransactionTemplate transaction, Keyring keyring) {
    this.db = db;
    this.snapshot =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    this.keys = keyring.ledger();
  }

  /**
   * The books at one instant, counts only.
   *
   * @param planned all rows; the sum of the others
   * @param faults what does not fit, by {@link Fault}; empty is as it should be
   */
  public record Sheet(
      long planned,
      long pending,
      long sending,
      long unknown,
      long told,
      long failed,
      long superseded,
      long cancelled,
      long expired,
      Map<String, Long> attempts,
      Map<String, Long> faults) {

    /** Nothing is anywhere where it must not be. */
    public boolean balances() {
      return faults.isEmpty();
    }
  }

  /** Reads and judges; one snapshot, no lock. */
  public Sheet read() {
    return Objects.requireNonNull(snapshot.execute(_ -> sheet()));
  }

  private Sheet sheet() {
    Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    Map<ReminderState, Long> rows = new EnumMap<>(ReminderState.class);
    db.sql("select state, count(*) as rows from ledger.reminder group by state")
        .query((row, _) -> rows.put(ReminderState.valueOf(row.getString(1)), row.getLong(2)))
        .list();
    attempts(faults);
    add(faults, Fault.NEVER_WOKEN, NEVER_WOKEN);
    add(faults, Fault.WOKEN_FOR_NOTHING, WOKEN_FOR_NOTHING);
    add(faults, Fault.KEY_NOT_GIVEN_BACK, KEY_NOT_GIVEN_BACK);
    Map<String, Long> named = new TreeMap<>();
    faults.forEach((fault, count) -> named.put(fault.name(), count));
    return new Sheet(
        rows.values().stream().mapToLong(Long::longValue).sum(),
        sum(rows, PLANNED, QUEUED, RETRY_WAIT),
        sum(rows, SENDING),
        sum(rows, UNKNOWN),
        sum(rows, ACCEPTED, DELIVERED, NO_RECEIPT),
        sum(rows, FAILED),
        sum(rows, SUPERSEDED),
        sum(rows, CANCELLED),
        sum(rows, EXPIRED_UNSENT),
        states(),
        named);
  }

  private void attempts(Map<Fault, Long> faults) {
    Set<UUID> sending = ids("state = 'SENDING'");
    // attempts are kept for a month, and a row may be told late
    Set<UUID> told =
        ids(
            """
            state in ('ACCEPTED', 'UNKNOWN')
               or state in ('DELIVERED', 'NO_RECEIPT') and due_at > app.now() - interval '20 days'
            """);
    Set<UUID> dispatched = new HashSet<>();
    db.sql("select id, state, sealed from ledger.attempt where kind = 'REMINDER'")
        .withFetchSize(FETCHED)
        .query(
            row -> {
              Named attempt =
                  named(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3));
              told.removeAll(attempt.rows());
              if (attempt.state() == AttemptState.DISPATCHED) {
                for (UUID id : attempt.rows()) {
                  if (!dispatched.add(id)) {
                    faults.merge(Fault.SENT_BY_TWO, 1L, Long::sum);
                  } else if (!sending.remove(id)) {
                    faults.merge(Fault.DISPATCHED_WITHOUT_ROW, 1L, Long::sum);
                  }
                }
              }
            });
    put(faults, Fault.SENDING_BY_NOBODY, sending.size());
    put(faults, Fault.TOLD_BY_NOBODY, told.size());
  }

  private record Named(AttemptState state, Set<UUID> rows) {}

  private Named named(UUID id, String state, byte[] sealed) {
    return new Named(
        AttemptState.valueOf(state),
        AttemptSeal.open(keys, id, sealed)
            .opened()
            .map(contents -> Set.copyOf(contents.reminders()))
            .orElse(Set.of()));
  }

  private Set<UUID> ids(String condition) {
    return new HashSet<>(
        db.sql("select id from ledger.reminder where " + condition).query(UUID.class).list());
  }

  private Map<String, Long> states() {
    Map<String, Long> states = new TreeMap<>();
    db.sql("select state, count(*) as rows from ledger.attempt group by state")
        .query((row, _) -> states.put(row.getString(1), row.getLong(2)))
        .list();
    return states;
  }

  private void add(Map<Fault, Long> faults, Fault fault, String count) {
    put(faults, fault, db.sql(count).query(Long.class).single());
  }

  private static void put(Map<Fault, Long> faults, Fault fault, long count) {
    if (count > 0) {
      faults.put(fault, count);
    }
  }

  private static long sum(Map<ReminderState, Long> rows, ReminderState... states) {
    return List.of(states).stream().mapToLong(state -> rows.getOrDefault(state, 0L)).sum();
  }
}
