package org.termin.notifier.epoch;

import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.sealed.ContactSlot;
import org.termin.contract.words.Contact;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;
import org.termin.notifier.record.Places;
import org.termin.notifier.record.Records;
import org.termin.notifier.record.Resealer;

/**
 * Moves everything that is kept for long to the newest epoch: records, the places of their
 * contacts, and contacts that said stop. What is kept for days only is left to run out.
 */
@Component
public class Resealing {
  private static final Logger log = LoggerFactory.getLogger(Resealing.class);
  private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000000");
  private static final int STOPS = 500;

  private final JdbcClient db;
  private final TransactionTemplate transaction;
  private final Keyring keys;
  private final Records records;
  private final Resealer resealer;
  private final Places places;
  private final EpochSettings settings;

  Resealing(
      JdbcClient db,
      TransactionTemplate transaction,
      Keyring keys,
      Records records,
      Resealer resealer,
      Places places,
      EpochSettings settings) {
    this.db = db;
    this.transaction = transaction;
    this.keys = keys;
    this.records = records;
    this.resealer = resealer;
    this.places = places;
    this.settings = settings;
  }

  /** Moves all that stands under older epochs; says how many rows. */
  @Scheduled(
      initialDelayString = "${termin.keys.reseal:5m}",
      fixedDelayString = "${termin.keys.reseal:5m}")
  public int sweep() {
    int newest = keys.newest().number();
    return records(newest) + contacts(newest) + stops(newest) + codes();
  }

  private int records(int newest) {
    int moved = 0;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids = standing("people.record where key_epoch < :epoch", "id", after, newest);
      List<UUID> batch = ids;
      int together = attempt(() -> resealer.reseal(batch));
      moved += together > 0 ? together : alone(batch);
      after = ids.isEmpty() ? after : ids.getLast();
    } while (ids.size() == settings.batch());
    return moved;
  }

  /** Where a batch failed, one of them did: the others still move. */
  private int alone(List<UUID> batch) {
    return batch.stream().mapToInt(id -> attempt(() -> resealer.reseal(List.of(id)))).sum();
  }

  private int contacts(int newest) {
    int moved = 0;
    UUID after = FIRST;
    List<UUID> ids;
    do {
      ids =
          standing("people.contact_index where key_epoch < :epoch", "registration", after, newest);
      for (UUID id : ids) {
        after = id;
        for (Contact contact : contactsOf(id)) {
          moved += attempt(() -> places.move(contact));
        }
      }
    } while (ids.size() == settings.batch());
    return moved;
  }

  private List<Contact> contactsOf(UUID id) {
    return records.open(id).here().map(Person::content).stream()
        .flatMap(content -> content.contacts().stream())
        .map(ContactSlot::contact)
        .toList();
  }

  private int stops(int newest) {
    int moved = 0;
    int step;
    do {
      step = 0;
      for (Contact contact : places.stoppedBefore(newest, STOPS)) {
        step += attempt(() -> places.move(contact));
      }
      moved += step;
    } while (step > 0);
    return moved;
  }

  /** A code that nobody typed for a month is not waited for, and would keep its key alive. */
  private int codes() {
    return db.sql(
            """
            delete from people.verification
             where attempt is not null and send_at < app.now() - interval '30 days'
            """)
        .update();
  }

  private List<UUID> standing(String where, String id, UUID after, int newest) {
    return db.sql(
            "select distinct %2$s from %1$s and %2$s > :after order by %2$s limit :batch"
                .formatted(where, id))
        .param("epoch", newest)
        .param("after", after)
        .param("batch", settings.batch())
        .query(UUID.class)
        .list();
  }

  /** One person's trouble must not keep the others from moving. */
  private int attempt(IntSupplier work) {
    try {
      Integer moved = transaction.execute(_ -> work.getAsInt());
      return moved == null ? 0 : moved;
    } catch (RuntimeException e) {
      log.error("sealing anew has to be tried again ({})", e.getClass().getSimpleName());
      return 0;
    }
  }
}
