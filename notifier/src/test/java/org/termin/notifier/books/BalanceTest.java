package org.termin.notifier.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;
import org.termin.testkit.sms.Script;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class BalanceTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static House house;

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void threePeopleOneOfWhomNobodyKnowsWhetherToldAndOneRefused() {
    house.store().clear();
    house.store().freezeClock(NOW);
    house.provider().reset();
    for (int n = 1; n <= 3; n++) {
      ReceiptCode code = ReceiptCode.random();
      house.register(
          code,
          Samples.register(
              code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), Samples.polishPhone(n)));
    }
    house.provider().answers(Samples.polishPhone(2).value(), Script.hangUp());
    house.provider().answers(Samples.polishPhone(3).value(), Script.tooMany());
    house.deliver();
  }

  @Test
  void everyPlannedReminderStandsInOnePlace() {
    Balance.Sheet sheet = house.get(Balance.class).read();
    assertThat(sheet.faults()).isEmpty();
    assertThat(sheet.balances()).isTrue();
    assertThat(sheet.told()).isOne();
    assertThat(sheet.unknown()).isOne();
    assertThat(sheet.sending()).isZero();
    assertThat(sheet.planned())
        .isEqualTo(
            sheet.pending()
                + sheet.sending()
                + sheet.unknown()
                + sheet.told()
                + sheet.failed()
                + sheet.superseded()
                + sheet.cancelled()
                + sheet.expired());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SENDING_BY_NOBODY      | update ledger.reminder set state = 'SENDING' where state ="
            + " 'ACCEPTED'",
        "DISPATCHED_WITHOUT_ROW | update ledger.attempt set state = 'DISPATCHED' where state ="
            + " 'ACCEPTED' and kind = 'REMINDER'",
        "TOLD_BY_NOBODY         | delete from ledger.attempt where state = 'ACCEPTED' and kind ="
            + " 'REMINDER'",
        "NEVER_WOKEN            | update ledger.reminder set wake_at = 'infinity' where state ="
            + " 'PLANNED'",
        "WOKEN_FOR_NOTHING      | update ledger.reminder set wake_at = app.now() where state ="
            + " 'ACCEPTED'",
        "KEY_NOT_GIVEN_BACK     | update ledger.attempt set state = 'NOT_SENT' where state ="
            + " 'UNKNOWN'"
      })
  void everyFaultIsNamed(Fault fault, String damage) {
    house.store().asAdmin(damage);
    Balance.Sheet sheet = house.get(Balance.class).read();
    assertThat(sheet.faults()).containsKey(fault.name());
    assertThat(sheet.balances()).isFalse();
  }
}
