package org.termin.notifier.erasure;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.StopLog;
import org.termin.notifier.keys.StopLog.Listed;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;

/**
 * A restored backup may hold people who have stopped or were erased since: before anything is sent,
 * each of them is stopped or erased again.
 */
@Component
final class StopReplay implements SmartInitializingSingleton {
  private static final Logger log = LoggerFactory.getLogger(StopReplay.class);

  /** A registration without a usable contact is kept so long, in case the stop was a mistake. */
  private static final Duration GRACE = Duration.ofDays(14);

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final Records records;
  private final Places places;
  private final Erasure erasure;
  private final Keyring keys;

  StopReplay(
      JdbcClient db,
      TransactionTemplate transaction,
      StoreClock clock,
      Records records,
      Places places,
      Erasure erasure,
      Keyring keys) {
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.records = records;
    this.places = places;
    this.erasure = erasure;
    this.keys = keys;
  }

  private record Slot(UUID registration, int slot) {}

  /** What stood against the log a while ago: a stop commits after its line is written. */
  private Set<Slot> seen = Set.of();

  @Override
  public void afterSingletonsInstantiated() {
    replay(_ -> true);
  }

  /**
   * Rows of before may come back while we run; what is still there at the second look is mended.
   */
  @Scheduled(
      initialDelayString = "${termin.stops.look:10m}",
      fixedDelayString = "${termin.stops.look:10m}")
  void look() {
    Set<Slot> before = seen;
    Set<Slot> now = new HashSet<>();
    replay(
        slot -> {
          now.add(slot);
          return before.contains(slot);
        });
    seen = Set.copyOf(now);
  }

  private void replay(Predicate<Slot> mends) {
    Listed listed = keys.stops().listed(clock.today());
    if (listed.isEmpty()) {
      return;
    }
    List<UUID> everybody = db.sql("select id from people.record").query(UUID.class).list();
    List<UUID> erased =
        everybody.stream()
            .filter(listed::whole)
            .filter(id -> mends.test(new Slot(id, StopLog.WHOLE)))
            .toList();
    erased.forEach(this::erase);
    List<Slot> stopped =
        db
            .sql("select registration, slot from people.contact_index")
            .query(Slot.class)
            .list()
            .stream()
            .filter(slot -> listed.slot(slot.registration(), slot.slot()))
            .toList();
    long again = stopped.stream().filter(this::isOpen).filter(mends).filter(this::stop).count();
    if (!erased.isEmpty() || again > 0) {
      log.warn(
          "the log of stops knew better than the database: {} erased and {} stopped again",
          erased.size(),
          again);
    }
  }

  private boolean isOpen(Slot slot) {
    return records
        .open(slot.registration())
        .here()
        .flatMap(person -> person.content().slot(slot.slot()))
        .filter(held -> held.state() != ContactState.STOPPED)
        .isPresent();
  }

  private void erase(UUID id) {
    transaction.executeWithoutResult(_ -> records.lock(id).here().ifPresent(erasure::erase));
  }

  private boolean stop(Slot slot) {
    return Boolean.TRUE.equals(
        transaction.execute(
            _ ->
                records
                    .lock(slot.registration())
                    .here()
                    .flatMap(
                        person ->
                            person
                                .content()
                                .slot(slot.slot())
                                .filter(held -> held.state() != ContactState.STOPPED)
                                // it may have been taken back before the record was locked
                                .filter(_ -> keys.stops().holds(person.id(), slot.slot()))
                                .map(held -> stop(person, held)))
                    .orElse(false)));
  }

  private boolean stop(Person person, ContactSlot held) {
    places.stop(held.contact());
    Person stopped = person.with(person.content().with(held.in(ContactState.STOPPED)));
    boolean silent = stopped.confirmed().isEmpty();
    records.write(
        silent ? stopped.in(RecordState.UNREACHABLE).erasedAt(clock.now().plus(GRACE)) : stopped);
    return true;
  }
}
