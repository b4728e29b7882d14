package org.termin.notifier.record;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.Lookup;
import org.termin.contract.sealed.Opening;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.sealed.RecordSeal;
import org.termin.contract.sealed.ViewSeal;
import org.termin.contract.words.RecordState;
import org.termin.notifier.keys.Keyring;

/**
 * The sealed records: opened, locked in the order of their ids, and written, both copies at once.
 */
@Component
public class Records {
  private final JdbcClient db;
  private final Keyring keys;
  private final IntegrityAlarm alarm;

  Records(JdbcClient db, Keyring keys, IntegrityAlarm alarm) {
    this.db = db;
    this.keys = keys;
    this.alarm = alarm;
  }

  /** Reads one person without locking. */
  public Found open(UUID id) {
    return open(List.of(id)).getOrDefault(id, Found.gone());
  }

  /** Reads people without locking; whoever is gone is not in the answer. */
  public Map<UUID, Found> open(Collection<UUID> ids) {
    return read(ids, "");
  }

  /** Locks one person until the transaction ends. */
  public Found lock(UUID id) {
    return lockAll(List.of(id)).getOrDefault(id, Found.gone());
  }

  /** Locks people in the order of their ids, which every transaction keeps to. */
  public Map<UUID, Found> lockAll(Collection<UUID> ids) {
    return read(ids, "order by id for no key update");
  }

  /** The next active people in the order of their ids, at most so many. */
  public List<UUID> activeAfter(UUID id, int most) {
    return db.sql(
            """
            select id from people.record where state = :active and id > :id order by id limit :most
            """)
        .param("active", RecordState.ACTIVE.code())
        .param("id", id)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** The next people who have not stopped, paused ones included, in the order of their ids. */
  public List<UUID> livingAfter(UUID id, int most) {
    return db.sql(
            """
            select id from people.record
             where state in (:active, :paused) and id > :id order by id limit :most
            """)
        .param("active", RecordState.ACTIVE.code())
        .param("paused", RecordState.PAUSED.code())
        .param("id", id)
        .param("most", most)
        .query(UUID.class)
        .list();
  }

  /** Writes a new registration; false if that id or lookup is taken. */
  public boolean insert(Person person, Lookup lookup) {
    EpochKeys epoch = keys.newest();
    return db.sql(
                """
                insert into people.record (id, version, state, key_epoch, lookup, record, view, wake_at)
                values (:id, :version, :state, :epoch, :lookup, :record, :view,
                        coalesce(:eraseAt::timestamptz, 'infinity'))
                on conflict do nothing
                """)
            .param("id", person.id())
            .param("version", person.version())
            .param("state", person.state().code())
            .param("epoch", epoch.number())
            .param("lookup", lookup.bytes())
            .param("record", sealRecord(epoch, person, person.version()))
            .param("view", sealView(person, person.version()))
            .param("eraseAt", text(person))
            .update()
        == 1;
  }

  /** Writes changed contents or another state as the next version; the row must be locked. */
  public Person write(Person changed) {
    EpochKeys epoch = keys.newest();
    int version = changed.version() + 1;
    int rows =
        db.sql(
                """
                update people.record
                   set version = :next, state = :state, key_epoch = :epoch, record = :record, view = :view,
                       wake_at = coalesce(:eraseAt::timestamptz, 'infinity')
                 where id = :id and version = :version
                """)
            .param("next", version)
            .param("state", changed.state().code())
            .param("epoch", epoch.number())
            .param("record", sealRecord(epoch, changed, version))
            .param("view", sealView(changed, version))
            .param("eraseAt", text(changed))
            .param("id", changed.id())
            .param("version", changed.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("a record was written without being locked");
    }
    return changed.written(version, epoch.number());
  }

  /** Gives the registration another lookup, after a new receipt code; false if it is taken. */
  public boolean relocate(UUID id, Lookup lookup) {
    return db.sql(
                """
                update people.record set lookup = :lookup
                 where id = :id
                   and not exists (select from people.record o where o.lookup = :lookup and o.id <> :id)
                """)
            .param("lookup", lookup.bytes())
            .param("id", id)
            .update()
        == 1;
  }

  /**
   * Writes the lists of deliveries into the views, under the same versions; rows must be locked.
   */
  public void rewriteViews(Collection<Person> people) {
    if (people.isEmpty()) {
      return;
    }
    List<Person> all = List.copyOf(people);
    db.sql(
            """
            update people.record r set view = n.view
              from unnest(:ids::uuid[], :versions, :views) as n (id, version, view)
             where r.id = n.id and r.version = n.version
            """)
        .param("ids", all.stream().map(person -> person.id().toString()).toArray(String[]::new))
        .param("versions", all.stream().mapToInt(Person::version).toArray())
        .param(
            "views",
            all.stream().map(person -> sealView(person, person.version())).toArray(byte[][]::new))
        .update();
  }

  /** Takes the row away; everything that points to it goes with it. */
  public void delete(UUID id) {
    db.sql("delete from people.record where id = :id").param("id", id).update();
  }

  private Map<UUID, Found> read(Collection<UUID> ids, String lock) {
    Map<UUID, Found> found = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return found;
    }
    db.sql(
            "select %s from people.record where id = any(:ids::uuid[]) %s"
                .formatted(Row.COLUMNS, lock))
        .param("ids", ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(Row::of)
        .list()
        .forEach(row -> found.put(row.id(), opened(row)));
    return found;
  }

  private Found opened(Row row) {
    Optional<Person> person = keys.epoch(row.epoch()).flatMap(epoch -> opened(row, epoch));
    if (person.isEmpty()) {
      alarm.raise(row.id());
      return new Found.Held();
    }
    alarm.settled(row.id());
    return new Found.Here(person.get());
  }

  private static Optional<Person> opened(Row row, EpochKeys epoch) {
    RecordState state = RecordState.of(row.state());
    Opening<PersonRecord> content =
        RecordSeal.open(epoch, row.id(), row.version(), state, row.record());
    return content
        .opened()
        .flatMap(
            record ->
                ViewSeal.open(record.viewKey(), row.id(), row.version(), row.view())
                    .opened()
                    .filter(view -> view.state() == state)
                    .map(PersonView::deliveries)
                    .map(
                        deliveries ->
                            new Person(
                                row.id(),
                                row.version(),
                                state,
                                row.epoch(),
                                row.plannedVersion(),
                                row.plannedGuidance(),
                                row.eraseAt(),
                                record,
                                deliveries)));
  }

  static byte[] sealRecord(EpochKeys epoch, Person person, int version) {
    return RecordSeal.seal(epoch, person.id(), version, person.state(), person.content());
  }

  private static byte[] sealView(Person person, int version) {
    return ViewSeal.seal(
        person.content().viewKey(),
        person.id(),
        version,
        person.content().view(person.state(), person.deliveries()));
  }

  private static @org.jspecify.annotations.Nullable String text(Person person) {
    return person.eraseAt() == null ? null : person.eraseAt().toString();
  }
}
