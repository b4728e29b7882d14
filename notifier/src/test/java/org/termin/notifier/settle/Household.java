package org.termin.notifier.settle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.sweep.Forgetting;
import org.termin.notifier.sweep.Sweeps;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** One house with one resident, whose confirmation is the reminder that is sent about. */
final class Household implements AutoCloseable {

  /** A Monday morning in Warsaw. */
  static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  final House house;
  ReceiptCode code = ReceiptCode.random();

  Household(Map<String, Object> settings) {
    house = House.on(TestStore.fresh(), settings);
  }

  void empty() {
    code = ReceiptCode.random();
    house.store().clear();
    house.store().freezeClock(NOW);
    house.provider().reset();
    house.sink().reset();
    open();
  }

  void open() {
    house.get(Carriers.class).open(Channel.SMS);
    house.get(Carriers.class).open(Channel.EMAIL);
  }

  UUID resident(Contact... contacts) {
    return house.register(
        code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contacts));
  }

  void later(Duration time) {
    house.store().advance(time);
  }

  /** Time passes, then the sweeps look once. */
  void sweptAfter(Duration time) {
    later(time);
    house.get(Sweeps.class).run();
  }

  int forget() {
    return house.get(Forgetting.class).sweep();
  }

  int rows(String condition) {
    return count("ledger.reminder", condition);
  }

  int attempts(String condition) {
    return count("ledger.attempt", condition);
  }

  private int count(String table, String condition) {
    return house
        .db()
        .sql("select count(*) from " + table + " where " + condition)
        .query(Integer.class)
        .single();
  }

  List<UUID> reminders() {
    return house.db().sql("select id from ledger.reminder").query(UUID.class).list();
  }

  List<String> states() {
    return house
        .db()
        .sql("select state from ledger.reminder order by state")
        .query(String.class)
        .list();
  }

  @Override
  public void close() {
    house.close();
  }
}
