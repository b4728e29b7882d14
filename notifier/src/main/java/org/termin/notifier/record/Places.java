package org.termin.notifier.record;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ContactIndex;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.StoppedSeal;
import org.termin.contract.words.Contact;
import org.termin.notifier.keys.Keyring;

/** In which registrations a contact stands, and whether it said stop; asked under every epoch. */
@Component
public class Places {
  private final JdbcClient db;
  private final Keyring keys;

  Places(JdbcClient db, Keyring keys) {
    this.db = db;
    this.keys = keys;
  }

  /** One registration's slot that holds a contact. */
  public record Place(UUID registration, int slot, boolean verified) {}

  /** Everywhere a contact stands. */
  public List<Place> of(Contact contact) {
    return db.sql(
            """
            select registration, slot, verified is not null as verified
              from people.contact_index where index = any(:indexes) order by registration, slot
            """)
        .param("indexes", indexes(contact))
        .query(Place.class)
        .list();
  }

  /** Puts a contact that is not verified yet into a slot. */
  public void stand(Contact contact, UUID registration, int slot) {
    EpochKeys epoch = epochOf(contact);
    db.sql(
            """
            insert into people.contact_index (index, key_epoch, registration, slot)
            values (:index, :epoch, :registration, :slot) on conflict do nothing
            """)
        .param("index", ContactIndex.of(epoch, contact))
        .param("epoch", epoch.number())
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  /** The slot's code came back today. */
  public void verified(UUID registration, int slot) {
    db.sql(
            """
            update people.contact_index set verified = app.today()
             where registration = :registration and slot = :slot
            """)
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  /** The slot holds no contact any more. */
  public void leave(UUID registration, int slot) {
    db.sql("delete from people.contact_index where registration = :registration and slot = :slot")
        .param("registration", registration)
        .param("slot", slot)
        .update();
  }

  /** Whether the contact said stop and nobody lifted it since. */
  public boolean isStopped(Contact contact) {
    return db.sql("select exists (select from people.stopped where index = any(:indexes))")
        .param("indexes", indexes(contact))
        .query(Boolean.class)
        .single();
  }

  /** Remembers that the contact said stop. */
  public void stop(Contact contact) {
    EpochKeys epoch = epochOf(contact);
    db.sql(
            """
            insert into people.stopped (index, key_epoch, sealed) values (:index, :epoch, :sealed)
            on conflict (index) do update set day = excluded.day
            """)
        .param("index", ContactIndex.of(epoch, contact))
        .param("epoch", epoch.number())
        .param("sealed", StoppedSeal.seal(epoch, contact))
        .update();
  }

  /** Forgets a stop; true if there was one. */
  public boolean lift(Contact contact) {
    return db.sql("delete from people.stopped where index = any(:indexes)")
            .param("indexes", indexes(contact))
            .update()
        > 0;
  }

  /**
   * Brings a contact's rows to the newest epoch, places and stop together, opening what it wrote
   * before it lets go of the old form. Says how many rows moved.
   */
  public int move(Contact contact) {
    EpochKeys newest = keys.newest();
    byte[] index = ContactIndex.of(newest, contact);
    byte[] stop = StoppedSeal.seal(newest, contact);
    if (!StoppedSeal.open(newest, index, stop).opened().equals(Optional.of(contact))) {
      throw new IllegalStateException("a stopped contact sealed anew does not open");
    }
    byte[][] older =
        keys.living().stream()
            .filter(epoch -> epoch.number() < newest.number())
            .map(epoch -> ContactIndex.of(epoch, contact))
            .toArray(byte[][]::new);
    int moved =
        db.sql(
                """
                update people.contact_index set index = :index, key_epoch = :epoch
                 where index = any(:older)
                """)
            .param("index", index)
            .param("epoch", newest.number())
            .param("older", older)
            .update();
    return moved + moveStop(older, index, stop, newest.number());
  }

  /** It may stand under several epochs where two notifiers wrote it around a change of epoch. */
  private int moveStop(byte[][] older, byte[] index, byte[] sealed, int epoch) {
    return db.sql(
            """
            with moved as (delete from people.stopped where index = any(:older) returning day)
            insert into people.stopped (index, key_epoch, sealed, day)
            select :index, :epoch, :sealed, max(day) from moved having count(*) > 0
            on conflict (index) do update set day = greatest(stopped.day, excluded.day)
            """)
        .param("older", older)
        .param("index", index)
        .param("epoch", epoch)
        .param("sealed", sealed)
        .update();
  }

  /** The contacts of stopped rows that stand under older epochs; what does not open is left out. */
  public List<Contact> stoppedBefore(int epoch, int most) {
    record Row(byte[] index, int epoch, byte[] sealed) {}
    return db
        .sql(
            """
            select index, key_epoch, sealed from people.stopped
             where key_epoch < :epoch order by random() limit :most
            """)
        .param("epoch", epoch)
        .param("most", most)
        .query(
            (row, _) ->
                new Row(row.getBytes("index"), row.getInt("key_epoch"), row.getBytes("sealed")))
        .list()
        .stream()
        .flatMap(
            row ->
                keys
                    .epoch(row.epoch())
                    .flatMap(key -> StoppedSeal.open(key, row.index(), row.sealed()).opened())
                    .stream())
        .toList();
  }

  /** A contact's rows stay together in one epoch, so that they move to the next one together. */
  private EpochKeys epochOf(Contact contact) {
    for (EpochKeys epoch : keys.living()) {
      byte[] index = ContactIndex.of(epoch, contact);
      boolean stands =
          db.sql(
                  """
                  select exists (select from people.contact_index where index = :index)
                      or exists (select from people.stopped where index = :index)
                  """)
              .param("index", index)
              .query(Boolean.class)
              .single();
      if (stands) {
        return epoch;
      }
    }
    return keys.newest();
  }

  private byte[][] indexes(Contact contact) {
    return keys.living().stream()
        .map(epoch -> ContactIndex.of(epoch, contact))
        .toArray(byte[][]::new);
  }
}
