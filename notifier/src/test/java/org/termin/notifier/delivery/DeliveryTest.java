package org.termin.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.AttemptState;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.SentText;

class DeliveryTest {

  // a Monday morning in Warsaw
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static House house;
  private final ReceiptCode code = ReceiptCode.random();

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
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
  }

  private UUID resident(Contact... contacts) {
    return house.register(
        code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contacts));
  }

  private int rows(String condition) {
    return house
        .db()
        .sql("select count(*) from ledger.reminder where " + condition)
        .query(Integer.class)
        .single();
  }

  @Test
  void aDueRowBecomesOneTextAndItsReceiptIsSeen() {
    Contact phone = Samples.polishPhone(1);
    UUID id = resident(phone);
    house.deliver();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2); // code and confirmation
    assertThat(rows("state = 'ACCEPTED'")).isEqualTo(1);

    SentText text = house.provider().messagesTo(phone.value()).getLast();
    assertThat(text.body()).contains(house.person(id).content().codeWord());
    house.provider().report(text.sid(), "sent");
    house.provider().report(text.sid(), "delivered");
    assertThat(rows("state = 'DELIVERED'")).isEqualTo(1);
    assertThat(house.person(id).deliveries().getFirst().state()).isEqualTo(AttemptState.DELIVERED);

    house.store().advance(Duration.ofHours(1));
    assertThat(house.deliver()).isZero();
    assertThat(house.provider().postsTo(phone.value())).hasSize(2);
  }
}
