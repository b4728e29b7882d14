package org.termin.notifier.delivery;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.DayKey;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.ToldKey;
import org.termin.contract.words.Contact;
import org.termin.contract.words.HeldDocument;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Person;

/**
 * What was told to a contact, and on which local days, as HMACs: two registrations of one phone do
 * not get two texts a day, and nobody else learns that they share it.
 */
@Component
public class Keys {

  private final JdbcClient db;
  private final Keyring keyring;

  Keys(JdbcClient db, Keyring keyring) {
    this.db = db;
    this.keyring = keyring;
  }

  /** The attempts that wrote to this contact on these days, under any living epoch. */
  Map<LocalDate, UUID> days(Contact contact, Collection<LocalDate> days) {
    Map<ByteBuffer, LocalDate> byKey = new HashMap<>();
    for (EpochKeys epoch : keyring.living()) {
      days.forEach(day -> byKey.put(ByteBuffer.wrap(DayKey.of(epoch, contact, day)), day));
    }
    Map<LocalDate, UUID> found = new HashMap<>();
    db.sql("select key, attempt from ledger.contact_day where key = any(?)")
        .param(byKey.keySet().stream().map(ByteBuffer::array).toArray(byte[][]::new))
        .query(
            (row, _) -> Map.entry(ByteBuffer.wrap(row.getBytes("key")), Columns.id(row, "attempt")))
        .list()
        .forEach(entry -> found.put(byKey.get(entry.getKey()), entry.getValue()));
    return found;
  }

  /** Takes the contact's local day for an attempt; false if another attempt has it. */
  boolean takeDay(Contact contact, LocalDate day, UUID attempt, Collection<UUID> takenOver) {
    for (EpochKeys epoch : keyring.living()) {
      if (epoch.number() != keyring.newest().number()
          && heldByOther("contact_day", DayKey.of(epoch, contact, day), takenOver)) {
        return false;
      }
    }
    EpochKeys newest = keyring.newest();
    return !take(
            "contact_day",
            List.of(DayKey.of(newest, contact, day)),
            newest.number(),
            attempt,
            takenOver)
        .isEmpty();
  }

  /** Takes what is told for an attempt; answers the documents that were not told before. */
  List<HeldDocument> takeTold(
      Person person,
      Contact contact,
      Map<HeldDocument, Integer> stages,
      UUID attempt,
      Collection<UUID> takenOver) {
    EpochKeys newest = keyring.newest();
    Map<HeldDocument, byte[]> wanted = new HashMap<>();
    for (Map.Entry<HeldDocument, Integer> entry : stages.entrySet()) {
      HeldDocument document = entry.getKey();
      boolean toldBefore =
          keyring.living().stream()
              .filter(epoch -> epoch.number() != newest.number())
              .anyMatch(
                  epoch ->
                      heldByOther(
                          "told",
                          told(epoch, person, contact, document, entry.getValue()),
                          takenOver));
      if (!toldBefore) {
        wanted.put(document, told(newest, person, contact, document, entry.getValue()));
      }
    }
    // documents of one type and day share a key; one attempt may tell all of them
    Collection<byte[]> distinct =
        wanted.values().stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    ByteBuffer::wrap, key -> key, (first, _) -> first))
            .values();
    List<ByteBuffer> taken =
        take("told", List.copyOf(distinct), newest.number(), attempt, takenOver);
    List<HeldDocument> fresh = new ArrayList<>();
    wanted.forEach(
        (document, key) -> {
          if (taken.contains(ByteBuffer.wrap(key))) {
            fresh.add(document);
          }
        });
    return fresh;
  }

  /** Gives back what an attempt that surely told nothing had taken. */
  public void giveBack(UUID attempt) {
    db.sql("delete from ledger.contact_day where attempt = ?").param(attempt).update();
    db.sql("delete from ledger.told where attempt = ?").param(attempt).update();
  }

  private static byte[] told(
      EpochKeys epoch, Person person, Contact contact, HeldDocument document, int stage) {
    return ToldKey.of(
        epoch,
        contact,
        document.type(),
        document.lastValidDay(),
        stage,
        person.content().situation().country(),
        person.plannedGuidance());
  }

  private boolean heldByOther(String table, byte[] key, Collection<UUID> takenOver) {
    return db.sql(
            "select exists (select from ledger.%s where key = ? and attempt <> all(cast(? as uuid[])))"
                .formatted(table))
        .param(key)
        .param(Columns.ids(takenOver))
        .query(Boolean.class)
        .single();
  }

  private List<ByteBuffer> take(
      String table, List<byte[]> keys, int epoch, UUID attempt, Collection<UUID> takenOver) {
    if (keys.isEmpty()) {
      return List.of();
    }
    return db.sql(
            """
            insert into ledger.%1$s as held (key, key_epoch, attempt)
            select key, ?, ? from unnest(?) as k (key) order by key
            on conflict (key) do update set attempt = excluded.attempt, day = excluded.day
              where held.attempt = any(cast(? as uuid[]))
            returning key
            """
                .formatted(table))
        .param(epoch)
        .param(attempt)
        .param(keys.toArray(byte[][]::new))
        .param(Columns.ids(takenOver))
        .query((row, _) -> ByteBuffer.wrap(row.getBytes("key")))
        .list();
  }
}
