package org.termin.notifier.record;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.EpochKeys;
import org.termin.contract.sealed.Met;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.RecordSeal;
import org.termin.notifier.keys.Keyring;

/** Brings sealed records to the newest epoch. */
@Component
public class Resealer {
  private final JdbcClient db;
  private final Keyring keys;
  private final Records records;
  private final StoreClock clock;

  Resealer(JdbcClient db, Keyring keys, Records records, StoreClock clock) {
    this.db = db;
    this.keys = keys;
    this.records = records;
    this.clock = clock;
  }

  /**
   * Seals the records of people that stand under an older epoch anew, under the same versions, and
   * opens what it wrote before it lets go of the old form. What was met at an office so long ago
   * that it is not counted any more is forgotten on the way. Says how many; those that do not open
   * stay as they are.
   */
  public int reseal(Collection<UUID> ids) {
    EpochKeys newest = keys.newest();
    YearMonth now = YearMonth.from(clock.today());
    List<Person> people =
        records.lockAll(ids).values().stream()
            .flatMap(found -> found.here().stream())
            .filter(person -> person.epoch() < newest.number())
            .map(person -> forgetting(person, now))
            .toList();
    List<byte[]> sealed = new ArrayList<>();
    for (Person person : people) {
      byte[] anew = Records.sealRecord(newest, person, person.version());
      PersonRecord read =
          RecordSeal.open(newest, person.id(), person.version(), person.state(), anew)
              .opened()
              .orElseThrow(() -> new IllegalStateException("a record sealed anew does not open"));
      if (!read.equals(person.content())) {
        throw new IllegalStateException("a record sealed anew says something else");
      }
      sealed.add(anew);
    }
    return people.isEmpty() ? 0 : replace(people, sealed, newest.number());
  }

  private static Person forgetting(Person person, YearMonth now) {
    Met met = person.content().met();
    return met != null && met.isOver(now)
        ? person.with(person.content().draft().met(null).done())
        : person;
  }

  private int replace(List<Person> people, List<byte[]> sealed, int newest) {
    int replaced =
        db.sql(
                """
                update people.record r set key_epoch = :newest, record = n.record
                  from unnest(:ids::uuid[], :versions, :epochs, :records) as n (id, version, epoch, record)
                 where r.id = n.id and r.version = n.version and r.key_epoch = n.epoch
                """)
            .param("newest", newest)
            .param(
                "ids", people.stream().map(person -> person.id().toString()).toArray(String[]::new))
            .param("versions", people.stream().mapToInt(Person::version).toArray())
            .param("epochs", people.stream().mapToInt(Person::epoch).toArray())
            .param("records", sealed.toArray(byte[][]::new))
            .update();
    if (replaced != people.size()) {
      throw new IllegalStateException("a record was sealed anew without being locked");
    }
    return replaced;
  }
}
