package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.event.ExpiryDue;
import org.termin.contract.sealed.BudgetKeys;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.guidance.text.SmsLimits;
import org.termin.notifier.House;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.channel.Carriers;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Script;

/** A day's money for 10 segments and a reserve for 4 more, at 100 ten-thousandths a segment. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ReminderMoneyTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final int PRICE = 100;
  private static final int MONEY = 10 * PRICE;
  private static final int RESERVE = 4 * PRICE;
  private static House house;

  @BeforeAll
  static void open() {
    house =
        House.on(
            TestStore.fresh(),
            Map.of(
                "termin.reminders.money", MONEY,
                "termin.reminders.reserve", RESERVE,
                "termin.reminders.price", PRICE));
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.store().freezeClock(NOW);
    house.provider().reset();
    house.sink().reset();
    house.get(Carriers.class).open(Channel.SMS);
  }

  private static void sign(Contact contact, LocalDate lastValidDay) {
    ReceiptCode code = ReceiptCode.random();
    house.register(code, Samples.register(code, Samples.passport("PL", lastValidDay), contact));
  }

  private static List<Contact> phones(int count) {
    return IntStream.range(0, count).mapToObj(Samples::polishPhone).toList();
  }

  private static int rows(String condition) {
    return house
        .db()
        .sql("select count(*) from ledger.reminder where " + condition)
        .query(Integer.class)
        .single();
  }

  private static long cost() {
    return house
        .db()
        .sql("select coalesce(sum(cost), 0) from ledger.attempt")
        .query(Long.class)
        .single();
  }

  /** What the provider would charge for texts beyond the codes. */
  private static long charged(List<Contact> phones) {
    return phones.stream()
        .flatMap(phone -> house.provider().messagesTo(phone.value()).stream().skip(1))
        .mapToLong(text -> (long) PRICE * SmsLimits.segments(text.body()))
        .sum();
  }

  @Test
  void whatTheMoneyDoesNotSufficeForWaitsAndGoesTheNextDay() {
    List<Contact> phones = phones(15);
    phones.forEach(phone -> sign(phone, LocalDate.of(2030, 3, 1)));
    house.deliver();
    assertThat(charged(phones)).isEqualTo(cost()).isBetween(MONEY - 3L * PRICE, (long) MONEY);
    assertThat(rows("state = 'RETRY_WAIT'")).isPositive();
    assertThat(house.get(Alarms.class).active()).contains(Alarm.BUDGET_SPENT);
    assertThat(
            house
                .get(MeterRegistry.class)
                .counter("termin.gate", "rule", "budget", "verdict", "defer")
                .count())
        .isPositive();

    house.store().advance(Duration.ofHours(2));
    house.deliver();
    assertThat(charged(phones)).isLessThanOrEqualTo(MONEY);

    for (int day = 1; day <= 4; day++) {
      house.store().freezeClock(NOW.plus(Duration.ofDays(day)).plus(Duration.ofHours(3)));
      house.deliver();
    }
    assertThat(phones)
        .allSatisfy(
            p -> assertThat(house.provider().messagesTo(p.value())).hasSizeGreaterThanOrEqualTo(2));
    assertThat(rows("state in ('EXPIRED_UNSENT', 'FAILED', 'CANCELLED')")).isZero();
  }

  @Test
  void mailCostsNothing() {
    for (int n = 0; n < 15; n++) {
      sign(Samples.mail(n), LocalDate.of(2030, 3, 1));
    }
    house.deliver();
    assertThat(cost()).isZero();
    assertThat(rows("state = 'RETRY_WAIT'")).isZero();
  }

  @Test
  void codesDoNotSpendTheMoneyOfRemindersNorTheOtherWayRound() {
    List<Contact> phones = phones(12);
    phones.forEach(phone -> sign(phone, LocalDate.of(2030, 3, 1)));
    assertThat(cost()).isZero(); // twelve codes have gone
    house.deliver();
    assertThat(cost()).isPositive();
    sign(Samples.polishPhone(99), LocalDate.of(2030, 3, 1));
    // the reminders' money is spent, and a code still comes
    assertThat(house.provider().messagesTo(Samples.polishPhone(99).value())).hasSize(1);
  }

  @Test
  void whatSurelyWasNotSentCostsNothing() {
    Contact phone = Samples.polishPhone(1);
    sign(phone, LocalDate.of(2030, 3, 1));
    house.provider().answers(phone.value(), Script.tooMany());
    house.deliver();
    assertThat(rows("state = 'RETRY_WAIT' and tries = 1")).isEqualTo(1);
    assertThat(cost()).isZero();
    assertThat(used()).isZero();

    house.store().advance(Duration.ofMinutes(2));
    house.deliver();
    assertThat(used()).isEqualTo(cost()).isPositive();
  }

  @Test
  void aNumberThatIsRefusedCostsNothing() {
    Contact phone = Samples.polishPhone(2);
    sign(phone, LocalDate.of(2030, 3, 1));
    house.provider().answers(phone.value(), Script.reject(21211));
    house.deliver();
    assertThat(cost()).isZero();
    assertThat(used()).isZero();
  }

  @Test
  void anUnknownOutcomeStaysPaid() {
    Contact phone = Samples.polishPhone(3);
    sign(phone, LocalDate.of(2030, 3, 1));
    house.provider().answers(phone.value(), Script.hangUp());
    house.deliver();
    assertThat(used()).isEqualTo(cost()).isPositive();
  }

  @Test
  void whoHasThreeDaysLeftMayTakeFromTheReserve() {
    List<Contact> phones = phones(12);
    phones.forEach(phone -> sign(phone, LocalDate.of(2030, 3, 1)));
    Contact hasty = Samples.polishPhone(500);
    sign(hasty, LocalDate.of(2026, 11, 24));
    // everybody else first, so that the money is spent
    List<ExpiryDue> due = house.scan();
    house.get(Delivery.class).take(due);
    house.quiet();
    assertThat(house.provider().messagesTo(hasty.value())).hasSize(2);
    assertThat(used()).isLessThanOrEqualTo(MONEY + RESERVE);
  }

  @Test
  void manyAtOnceDoNotSpendMoreThanThereIs() throws Exception {
    List<Contact> phones = phones(16);
    phones.forEach(phone -> sign(phone, LocalDate.of(2030, 3, 1)));
    List<ExpiryDue> due = house.scan();
    try (House other = house.beside()) {
      Thread left = Thread.ofPlatform().start(() -> house.get(Delivery.class).take(due));
      Thread right = Thread.ofPlatform().start(() -> other.get(Delivery.class).take(due));
      left.join();
      right.join();
      house.quiet();
      other.quiet();
    }
    assertThat(charged(phones)).isEqualTo(cost()).isEqualTo(used()).isLessThanOrEqualTo(MONEY);
    assertThat(rows("state in ('EXPIRED_UNSENT', 'FAILED', 'CANCELLED', 'SUPERSEDED')")).isZero();
  }

  /** What the counter of the day says. */
  private static long used() {
    return house
        .db()
        .sql("select coalesce(max(used), 0) from people.budget where key = ?")
        .param(
            BudgetKeys.of(
                house.get(Keyring.class).newest(),
                BudgetKeys.Scope.REMINDER_MONEY,
                "",
                house.store().now().truncatedTo(ChronoUnit.DAYS)))
        .query(Long.class)
        .single();
  }
}
