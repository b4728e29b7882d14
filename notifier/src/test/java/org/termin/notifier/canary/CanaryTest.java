package org.termin.notifier.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.erasure.Retention;
import org.termin.notifier.plan.StalePlans;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.SentText;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CanaryTest {
  // a Monday, two hours before Europe gets up
  private static final Instant MORNING = Instant.parse("2026-11-23T05:00:00Z");
  private static final Instant DUE = Instant.parse("2026-11-23T09:31:00Z");
  private static final Instant LATE = DUE.plus(Duration.ofMinutes(31));
  private static final Contact PHONE = Samples.polishPhone(7_777);
  private static final Contact MAIL = Contact.of("operator@example.org");
  private static TestStore store;
  private House house;

  @BeforeAll
  static void build() {
    store = TestStore.fresh();
  }

  @BeforeEach
  void morning() {
    store.clear();
    store.freezeClock(MORNING);
    // the day's canary has one id: with the same keys it would be known to have been erased
    house =
        House.withOwnKeys(
            store, Map.of("termin.canary.sms", PHONE.value(), "termin.canary.email", MAIL.value()));
  }

  @AfterEach
  void close() {
    house.close();
  }

  @Test
  void theOperatorHearsOnceADayThatMessagesArrive() {
    look();
    assertThat(texts()).isEmpty();
    house.liveUntil(DUE);
    look();
    assertThat(texts()).hasSize(1);
    assertThat(texts().getFirst().body()).contains("daily check 23.11.2026").hasSizeLessThan(160);
    assertThat(house.sink().receivedFor(MAIL.value())).hasSize(1);
    house.provider().report(texts().getFirst().sid(), "delivered");
    house.store().freezeClock(LATE);
    look();
    assertThat(alarms()).isEmpty();

    house.liveUntil(DUE.plus(Duration.ofHours(2)));
    look();
    assertThat(texts()).hasSize(1);
    house.store().freezeClock(MORNING.plus(Duration.ofDays(1)));
    look();
    house.liveUntil(DUE.plus(Duration.ofDays(1)));
    assertThat(texts()).hasSize(2);
  }

  @Test
  void aTextThatDoesNotArriveIsAnAlarmUntilTheNextOneDoes() {
    look();
    house.liveUntil(DUE);
    house.store().freezeClock(LATE);
    look();
    assertThat(alarms()).containsExactly(Alarm.CANARY_SILENT);
    house.provider().report(texts().getFirst().sid(), "delivered");
    look();
    assertThat(alarms()).isEmpty();
  }

  @Test
  void whereCallbacksAreBlockedTheProviderIsAsked() {
    look();
    house.liveUntil(DUE);
    house.provider().becomes(texts().getFirst().sid(), "delivered", null);
    house.store().freezeClock(LATE);
    look();
    assertThat(alarms()).isEmpty();
    assertThat(
            house
                .db()
                .sql("select state from ledger.reminder where state = 'DELIVERED'")
                .query(String.class)
                .list())
        .hasSize(1);
  }

  @Test
  void aSilentClockIsHeardThroughTheCanary() {
    look();
    house.store().freezeClock(LATE);
    look();
    assertThat(alarms()).containsExactly(Alarm.CANARY_SILENT);
  }

  @Test
  void anOperatorWhoIsAResidentGetsTheirReminderAllTheSame() {
    ReceiptCode code = ReceiptCode.random();
    house.register(
        code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), PHONE));
    house.deliver();
    house.store().asAdmin("delete from ledger.contact_day");
    look();
    house.liveUntil(DUE);
    assertThat(texts().getLast().body()).contains("daily check");
    assertThat(count("ledger.contact_day")).isZero();
    // a reply is about the person's own text, and finds no canary
    assertThat(count("people.contact_index")).isOne();
  }

  @Test
  void aCanaryLivesForTwoDaysAndNobodyMakesASecondOne() {
    try (House other = house.beside()) {
      look();
      other.get(Canary.class).look();
    }
    assertThat(count("people.record")).isEqualTo(2);
    assertThat(count("ledger.reminder")).isEqualTo(2);
    house.get(StalePlans.class).sweep();
    house.get(Retention.class).sweep();
    assertThat(count("people.record")).isEqualTo(2);
    house.store().freezeClock(DUE.plus(Duration.ofDays(2)));
    house.get(Erasure.class).sweep();
    assertThat(count("people.record")).isZero();
  }

  @Test
  void whoComesInTheAfternoonLeavesTheDayOut() {
    house.store().freezeClock(Instant.parse("2026-11-23T17:00:00Z"));
    look();
    assertThat(count("people.record")).isZero();
    assertThat(alarms()).isEmpty();
  }

  private void look() {
    house.get(Canary.class).look();
  }

  private Set<Alarm> alarms() {
    return house.get(Alarms.class).active();
  }

  private List<SentText> texts() {
    return house.provider().messagesTo(PHONE.value());
  }

  private int count(String table) {
    return house.db().sql("select count(*) from " + table).query(Integer.class).single();
  }
}
