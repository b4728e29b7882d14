package org.termin.notifier.intake;

import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.notifier.plan.Planning;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.StoreClock;
import org.termin.notifier.verification.Budgets;

/** Contacts that were added and never confirmed are not kept longer than sign-ups are. */
@Component
class Unanswered {
  private static final Logger log = LoggerFactory.getLogger(Unanswered.class);
  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final StoreClock clock;
  private final Records records;
  private final Slots slots;
  private final Planning planning;
  private final Budgets budgets;

  Unanswered(
      JdbcClient db,
      TransactionTemplate transaction,
      StoreClock clock,
      Records records,
      Slots slots,
      Planning planning,
      Budgets budgets) {
    this.db = db;
    this.transaction = transaction;
    this.clock = clock;
    this.records = records;
    this.slots = slots;
    this.planning = planning;
    this.budgets = budgets;
  }

  private record Place(UUID registration, int slot) {}

  /**
   * Gives up what has waited for a day since its code arrived, or four days without one. Whoever
   * waits for another code is not judged by the day of the one before.
   */
  @Scheduled(fixedDelayString = "${termin.sweep.every}")
  void sweep() {
    budgets.forgetOld();
    List<Place> old =
        db.sql(
                """
                select v.registration, v.slot
                  from people.verification v join people.record r on r.id = v.registration
                 where r.state <> 1
                   and (v.attempt is not null and v.accepted_at < app.now() - interval '24 hours'
                        or v.send_at < app.now() - interval '96 hours')
                 limit 200
                """)
            .query(Place.class)
            .list();
    for (Place place : old) {
      try {
        transaction.executeWithoutResult(
            _ ->
                records.lock(place.registration()).here().ifPresent(person -> drop(person, place)));
      } catch (RuntimeException e) {
        log.error("an unanswered contact could not be dropped ({})", e.getClass().getSimpleName());
      }
    }
  }

  private void drop(Person person, Place place) {
    boolean waits =
        person
            .content()
            .slot(place.slot())
            .map(slot -> slot.state() == ContactState.AWAITING)
            .orElse(false);
    if (waits && person.state() != RecordState.PENDING) {
      planning.replan(records.write(slots.giveUp(person, List.of(place.slot()))), clock.now());
    }
  }
}
