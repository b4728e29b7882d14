package org.termin.notifier.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.database.Role;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.books.Watch;
import org.termin.notifier.delivery.Delivery;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class AdvancingTest {

  @Test
  void aHealthyDayOfManyPeopleCallsNobody() throws Exception {
    // with the books of nobody else
    try (House house =
        House.withOwnKeys(TestStore.simulated(), Map.of("termin.simulated-clock", "true"))) {
      LocalDate today = house.store().now().atOffset(ZoneOffset.UTC).toLocalDate();
      for (int n = 0; n < 25; n++) {
        ReceiptCode code = ReceiptCode.random();
        Contact phone = Samples.polishPhone(n);
        UUID id =
            house.register(
                code,
                Samples.register(code, Samples.passport("PL", today.plusDays(60 + n)), phone));
        house.confirm(id, code, 0, phone);
      }
      AtomicBoolean running = new AtomicBoolean(true);
      Thread scheduler = Thread.ofPlatform().start(() -> schedule(house, running));
      house.get(Advancing.class).advance(Duration.ofHours(24));
      running.set(false);
      scheduler.join();
      house.get(Watch.class).look();

      assertThat(house.get(Alarms.class).active()).isEmpty();
      assertThat(house.get(MeterRegistry.class).find("termin.alarm.raised").counters()).isEmpty();
      assertThat(house.provider().posts()).hasSizeGreaterThanOrEqualTo(2 * 25);
    }
  }

  @Test
  void aYearPassesHourByHourAndEverythingDueIsTold() throws Exception {
    try (House house = House.simulated(TestStore.simulated())) {
      Instant begin = house.store().now();
      LocalDate expiry = begin.atOffset(ZoneOffset.UTC).toLocalDate().plusMonths(11);
      ReceiptCode code = ReceiptCode.random();
      Contact phone = Samples.polishPhone(1);
      house.register(code, Samples.register(code, Samples.passport("LT", expiry), phone));

      AtomicBoolean running = new AtomicBoolean(true);
      Thread scheduler = Thread.ofPlatform().start(() -> schedule(house, running));
      Advancing.Lived lived = house.get(Advancing.class).advance(Duration.ofDays(440));
      running.set(false);
      scheduler.join();

      assertThat(lived.now()).isAfterOrEqualTo(begin.plus(Duration.ofDays(440)));
      assertThat(house.provider().messagesTo(phone.value()).size()).isGreaterThan(4);
      assertThat(lived.reminders())
          .doesNotContainKeys("QUEUED", "SENDING", "EXPIRED_UNSENT", "FAILED");
      assertThat(lived.steps()).isLessThan(440);
      // nobody looked the rules up again in all that time, and that is said
      assertThat(house.get(Alarms.class).active()).containsExactly(Alarm.RULES_OLD);
      assertThat(
              house
                  .db()
                  .sql("select day from ledger.daily where job = 'reconcile'")
                  .query(LocalDate.class)
                  .single())
          .isAfter(expiry);
      // ninety days after the last document nobody is kept
      assertThat(house.db().sql("select count(*) from people.record").query(Integer.class).single())
          .isZero();
    }
  }

  /** What the scheduler does where the clock is simulated. */
  private static void schedule(House house, AtomicBoolean running) {
    long answered = -1;
    while (running.get()) {
      long step =
          house
              .store()
              .jdbc(Role.SCHEDULER)
              .sql("select step from app.simulation")
              .query(Long.class)
              .single();
      if (step == answered) {
        LockSupport.parkNanos(1_000_000);
        continue;
      }
      List<ExpiryDue> due = house.scan();
      if (!due.isEmpty()) {
        house.get(Delivery.class).take(due);
      }
      house
          .store()
          .jdbc(Role.SCHEDULER)
          .sql(
              """
              insert into ledger.heartbeat (job, step) values ('scan', ?)
              on conflict (job) do update set ran_at = app.now(), step = excluded.step
              """)
          .param(step)
          .update();
      answered = step;
    }
  }
}
