package org.termin.notifier.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.testkit.Samples;

/** A text that did not arrive, at somebody who has nothing but this phone. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class ReportedFailureTest {

  private static Household household;

  @BeforeAll
  static void open() {
    household = new Household(Map.of());
  }

  @AfterAll
  static void close() {
    household.close();
  }

  @BeforeEach
  void empty() {
    household.empty();
  }

  private static UUID told(Contact phone) {
    UUID id = household.resident(phone);
    household.house.deliver();
    return id;
  }

  private static void fails(Contact phone, int code) {
    var provider = household.house.provider();
    provider.report(provider.messagesTo(phone.value()).getLast().sid(), "undelivered", code);
  }

  /** Posts after the code, once that much time has passed. */
  private static int postsAfter(Duration time, Contact phone) {
    household.later(time);
    household.house.deliver();
    return household.house.provider().postsTo(phone.value()).size() - 1;
  }

  private static ContactState phoneOf(UUID id) {
    return household.house.person(id).content().slot(0).orElseThrow().state();
  }

  @Test
  void aPhoneThatIsOffIsTriedAfterFourHoursAndThenDaily() {
    Contact phone = Samples.polishPhone(1);
    UUID id = told(phone);
    fails(phone, 30003);
    assertThat(postsAfter(Duration.ofHours(3), phone)).isEqualTo(1);
    assertThat(postsAfter(Duration.ofHours(3), phone)).isEqualTo(2);
    for (int day = 3; day <= 6; day++) {
      fails(phone, 30003);
      assertThat(postsAfter(Duration.ofHours(20), phone)).isEqualTo(day - 1);
      assertThat(postsAfter(Duration.ofHours(8), phone)).isEqualTo(day);
    }
    assertThat(phoneOf(id)).isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void aBlockedTextIsTriedOnceMoreOnTheNextDay() {
    Contact phone = Samples.polishPhone(2);
    UUID id = told(phone);
    fails(phone, 30004);
    assertThat(postsAfter(Duration.ofHours(20), phone)).isEqualTo(1);
    assertThat(postsAfter(Duration.ofHours(8), phone)).isEqualTo(2);
    fails(phone, 30004);
    assertThat(postsAfter(Duration.ofDays(3), phone)).isEqualTo(2);
    assertThat(household.rows("state = 'FAILED'")).isEqualTo(1);
    assertThat(phoneOf(id)).isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void anUnknownHandsetIsMarkedAfterTwoOnDifferentDays() {
    Contact phone = Samples.polishPhone(3);
    UUID id = told(phone);
    fails(phone, 30005);
    assertThat(phoneOf(id)).isEqualTo(ContactState.CONFIRMED);
    assertThat(postsAfter(Duration.ofHours(28), phone)).isEqualTo(2);
    fails(phone, 30005);
    assertThat(phoneOf(id)).isNotEqualTo(ContactState.CONFIRMED);
    assertThat(household.rows("state = 'FAILED'")).isEqualTo(1);
  }

  @Test
  void aCodeNobodyKnowsCallsForHelpAndSuppressesNobody() {
    Contact phone = Samples.polishPhone(4);
    UUID id = told(phone);
    fails(phone, 39_999);
    assertThat(household.house.get(Alarms.class).active()).contains(Alarm.UNKNOWN_CODE);
    assertThat(postsAfter(Duration.ofHours(3), phone)).isEqualTo(2);
    assertThat(phoneOf(id)).isEqualTo(ContactState.CONFIRMED);
  }
}
