package org.termin.notifier.punctuality;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.LedgerKeys;
import org.termin.contract.sealed.SealedRef;
import org.termin.contract.words.Channel;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Canaries;

/**
 * Counts a week's households from rows and attempts as they are: nothing is kept for it that a
 * stolen disk would tell. A household counts once, and is late if one of its reminders was.
 */
@Component
class Count {
  private static final int FETCHED = 1_000;

  /** A reminder may be told that long before its day, together with another one. */
  private static final int EARLY_DAYS = 14;

  private static final int WEEK = 7;

  private final JdbcClient db;
  private final TransactionTemplate snapshot;
  private final LedgerKeys keys;
  private final Canaries canaries;

  Count(JdbcClient db, TransactionTemplate transaction, Keyring keyring, Canaries canaries) {
    this.db = db;
    this.snapshot =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    this.keys = keyring.ledger();
    this.canaries = canaries;
  }

  Tally of(LocalDate monday, Lane lane) {
    return Objects.requireNonNull(
        snapshot.execute(
            _ -> {
              Map<UUID, Boolean> inTime = households(monday, lane, handed(monday));
              int late = Math.toIntExact(inTime.values().stream().filter(one -> !one).count());
              return new Tally(inTime.size() - late, late);
            }));
  }

  private Handed handed(LocalDate monday) {
    Handed handed = new Handed();
    db.sql(
            """
            select id, sealed, day from ledger.attempt
             where kind = 'REMINDER' and state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED')
               and day >= :from
            """)
        .param("from", monday.minusDays(EARLY_DAYS))
        .withFetchSize(FETCHED)
        .query(
            row -> {
              LocalDate day = row.getObject("day", LocalDate.class);
              AttemptSeal.open(keys, row.getObject("id", UUID.class), row.getBytes("sealed"))
                  .opened()
                  .ifPresent(contents -> handed.add(contents, day));
            });
    return handed;
  }

  /**
   * Who had something due, and whether all of it was in time. Not due is what was cancelled, waits
   * for somebody who pauses, or was overtaken before its day; a confirmation is no reminder.
   */
  private Map<UUID, Boolean> households(LocalDate monday, Lane lane, Handed handed) {
    Set<UUID> checks = checks(monday);
    Map<UUID, Boolean> inTime = new HashMap<>();
    db.sql(
            """
            select id, sealed_ref, state, (due_at at time zone 'UTC')::date as due
              from ledger.reminder
             where lane = :lane
               and due_at >= :from::timestamp at time zone 'UTC'
               and due_at < :to::timestamp at time zone 'UTC'
               and state <> 'CANCELLED'
               and not (state = 'SUPERSEDED' and turn = 0)
               and not (state = 'RETRY_WAIT' and wake_at = 'infinity')
            """)
        .param("lane", lane.column())
        .param("from", monday)
        .param("to", monday.plusDays(WEEK))
        .withFetchSize(FETCHED)
        .query(
            row -> {
              UUID id = row.getObject("id", UUID.class);
              boolean overtaken = row.getString("state").equals("SUPERSEDED");
              LocalDate due = row.getObject("due", LocalDate.class);
              SealedRef.open(keys, id, row.getBytes("sealed_ref"))
                  .opened()
                  .filter(ref -> ref.document() != 0 && !checks.contains(ref.registration()))
                  .ifPresent(
                      ref -> {
                        Optional<LocalDate> day = handed.row(id);
                        if (day.isEmpty() && overtaken) {
                          // told by what overtook it, or nothing was left to tell
                          day = handed.anything(ref.registration(), due);
                        }
                        if (day.isPresent() || !overtaken) {
                          boolean well = day.filter(it -> !it.isAfter(lane.last(due))).isPresent();
                          inTime.merge(ref.registration(), well, Boolean::logicalAnd);
                        }
                      });
            });
    return inTime;
  }

  /** The operator's daily check messages are nobody's. */
  private Set<UUID> checks(LocalDate monday) {
    return Stream.iterate(monday.minusDays(WEEK), day -> day.plusDays(1))
        .limit(3 * WEEK)
        .flatMap(day -> Arrays.stream(Channel.values()).map(one -> canaries.id(one, day)))
        .collect(Collectors.toSet());
  }
}
