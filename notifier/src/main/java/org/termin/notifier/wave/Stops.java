package org.termin.notifier.wave;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.AttemptSeal;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Channel;
import org.termin.notifier.channel.sms.TwilioErrors;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog.Listed;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;

/**
 * Counts who was written to in the four weeks before a release and has said stop since, from
 * attempts, records and the log of stops as they are. A household counts once.
 */
@Component
class Stops {
  private static final int FETCHED = 1_000;

  /** A check message may still be told days after the one its registration is named after. */
  private static final int CHECKED_BEFORE = 3;

  private final JdbcClient db;
  private final TransactionTemplate snapshot;
  private final Keyring keys;
  private final Canaries canaries;
  private final Records records;

  Stops(
      JdbcClient db,
      TransactionTemplate transaction,
      Keyring keys,
      Canaries canaries,
      Records records) {
    this.db = db;
    this.snapshot =
        new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    snapshot.setReadOnly(true);
    this.keys = keys;
    this.canaries = canaries;
    this.records = records;
  }

  StopCount before(LocalDate release, LocalDate today) {
    return Objects.requireNonNull(snapshot.execute(_ -> count(release, today)));
  }

  private StopCount count(LocalDate release, LocalDate today) {
    Listed listed = keys.stops().listed(today);
    Set<UUID> checks = checks(release);
    Map<UUID, Boolean> stopped = new HashMap<>();
    written(release)
        .forEach(
            (place, refused) -> {
              if (!checks.contains(place.registration())) {
                boolean said = hasStopped(place, refused, listed);
                stopped.merge(place.registration(), said, Boolean::logicalOr);
              }
            });
    long all = stopped.values().stream().filter(one -> one).count();
    return new StopCount(stopped.size(), Math.toIntExact(all));
  }

  private record Place(UUID registration, int slot) {}

  /**
   * Where reminders went that a provider took, or refused as its customer had told it to stop; and
   * whether it did.
   */
  private Map<Place, Boolean> written(LocalDate release) {
    Map<Place, Boolean> refused = new HashMap<>();
    db.sql(
            """
            select id, sealed, coalesce(error = any(:optedOut), false) as refused
              from ledger.attempt
             where kind = 'REMINDER' and day >= :from and day < :release
               and (state in ('ACCEPTED', 'DELIVERED', 'UNDELIVERED')
                    or state = 'REJECTED' and error = any(:optedOut))
            """)
        .param("optedOut", TwilioErrors.table().optedOut().toArray(String[]::new))
        .param("from", Grid.before(release))
        .param("release", release)
        .withFetchSize(FETCHED)
        .query(
            row -> {
              boolean one = row.getBoolean("refused");
              AttemptSeal.open(
                      keys.ledger(), row.getObject("id", UUID.class), row.getBytes("sealed"))
                  .opened()
                  .map(contents -> new Place(contents.registration(), contents.slot()))
                  .ifPresent(place -> refused.merge(place, one, Boolean::logicalOr));
            });
    return refused;
  }

  /**
   * A contact that was given up stands in the log as one that stopped does, and one that the
   * provider refused may be back: while there is a record, it knows better.
   */
  private boolean hasStopped(Place place, boolean refused, Listed listed) {
    if (!refused && !listed.slot(place.registration(), place.slot())) {
      return false;
    }
    return switch (records.open(place.registration())) {
      case Found.Here(Person person) ->
          person.content().slot(place.slot()).filter(slot -> isOut(slot, refused)).isPresent();
      case Found.Gone() -> true;
      case Found.Held() -> false;
    };
  }

  private static boolean isOut(ContactSlot slot, boolean refused) {
    return switch (slot.state()) {
      case STOPPED -> true;
      case FAILING -> refused;
      case AWAITING, CONFIRMED -> false;
    };
  }

  /** The operator's daily check messages are nobody's. */
  private Set<UUID> checks(LocalDate release) {
    return Stream.iterate(
            Grid.before(release).minusDays(CHECKED_BEFORE),
            day -> !day.isAfter(release),
            day -> day.plusDays(1))
        .flatMap(day -> Arrays.stream(Channel.values()).map(one -> canaries.id(one, day)))
        .collect(Collectors.toSet());
  }
}
