package org.termin.notifier.punctuality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.termin.notifier.punctuality.Ledger.noon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Ref;
import org.termin.contract.words.Channel;
import org.termin.notifier.House;
import org.termin.notifier.record.Canaries;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class CountTest {
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 2);
  private static final LocalDate DUE = MONDAY.plusDays(2);
  private static House house;
  private static Ledger ledger;
  private final UUID household = UUID.randomUUID();

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
    ledger = new Ledger(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.store().freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
  }

  private static Tally count(Lane lane) {
    return house.get(Count.class).of(MONDAY, lane);
  }

  /** A reminder that is due on Wednesday, and what was taken so many days later, if anything. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # lane | row            | turn | attempt     | days | in time | late
          URGENT | DELIVERED      | 1    | DELIVERED   | 0    | 1       | 0
          URGENT | ACCEPTED       | 1    | ACCEPTED    | 2    | 1       | 0
          URGENT | DELIVERED      | 1    | DELIVERED   | 3    | 0       | 1
          CALM   | DELIVERED      | 1    | DELIVERED   | -7   | 1       | 0
          CALM   | DELIVERED      | 1    | DELIVERED   | 7    | 1       | 0
          CALM   | DELIVERED      | 1    | DELIVERED   | 8    | 0       | 1
          CALM   | FAILED         | 1    | UNDELIVERED | 0    | 1       | 0
          CALM   | FAILED         | 1    | REJECTED    | 0    | 0       | 1
          CALM   | NO_RECEIPT     | 1    | UNKNOWN     | 0    | 0       | 1
          CALM   | PLANNED        | 0    |             |      | 0       | 1
          CALM   | QUEUED         | 1    |             |      | 0       | 1
          CALM   | EXPIRED_UNSENT | 1    |             |      | 0       | 1
          # waits for somebody who pauses
          CALM   | RETRY_WAIT     | 1    |             |      | 0       | 0
          CALM   | CANCELLED      | 1    |             |      | 0       | 0
          # overtaken before its day: renewed, moved
          CALM   | SUPERSEDED     | 0    |             |      | 0       | 0
          # nothing was left to tell
          CALM   | SUPERSEDED     | 1    |             |      | 0       | 0
          """)
  void oneReminderIsInTimeOrLateOrWasNotDue(
      Lane lane, String row, int turn, String attempt, Integer days, int inTime, int late) {
    UUID id = ledger.row(household, row, lane.column(), turn, noon(DUE));
    if (attempt != null) {
      ledger.attempt(household, attempt, DUE.plusDays(days), id);
    }
    assertThat(count(lane)).isEqualTo(new Tally(inTime, late));
    assertThat(count(lane == Lane.CALM ? Lane.URGENT : Lane.CALM)).isEqualTo(new Tally(0, 0));
  }

  @ParameterizedTest
  @CsvSource({"0,1,0", "7,1,0", "8,0,1"})
  void whatALaterReminderOvertookIsAsLateAsThatOne(int days, int inTime, int late) {
    UUID overtaking = ledger.row(household, "DELIVERED", 1, 1, noon(MONDAY.plusDays(8)));
    ledger.row(household, "SUPERSEDED", 1, 1, noon(DUE));
    ledger.attempt(household, "DELIVERED", DUE.minusDays(3), UUID.randomUUID());
    ledger.attempt(household, "DELIVERED", DUE.plusDays(days), overtaking);
    assertThat(count(Lane.CALM)).isEqualTo(new Tally(inTime, late));
  }

  @Test
  void aHouseholdCountsOnceAndIsLateIfOneOfItsRemindersWas() {
    UUID one = ledger.row(household, "DELIVERED", 1, 1, noon(DUE));
    UUID other = ledger.row(household, "DELIVERED", 1, 1, noon(DUE.plusDays(1)));
    ledger.attempt(household, "DELIVERED", DUE.plusDays(1), one, other);
    assertThat(count(Lane.CALM)).isEqualTo(new Tally(1, 0));
    ledger.row(household, "QUEUED", 1, 1, noon(DUE));
    assertThat(count(Lane.CALM)).isEqualTo(new Tally(0, 1));
  }

  @Test
  void theFirstMessageThatWasTakenCounts() {
    UUID row = ledger.row(household, "DELIVERED", 0, 1, noon(DUE));
    ledger.attempt(household, "DELIVERED", DUE.plusDays(9), row);
    ledger.attempt(household, "UNDELIVERED", DUE, row);
    assertThat(count(Lane.URGENT)).isEqualTo(new Tally(1, 0));
  }

  @Test
  void everyReminderBelongsToOneWeek() {
    for (String due :
        new String[] {
          "2026-11-01T23:59:59Z",
          "2026-11-02T00:00:00Z",
          "2026-11-08T23:59:59Z",
          "2026-11-09T00:00:00Z"
        }) {
      ledger.row(UUID.randomUUID(), "QUEUED", 1, 1, OffsetDateTime.parse(due));
    }
    Count count = house.get(Count.class);
    assertThat(count.of(MONDAY.minusDays(7), Lane.CALM)).isEqualTo(new Tally(0, 1));
    assertThat(count.of(MONDAY, Lane.CALM)).isEqualTo(new Tally(0, 2));
    assertThat(count.of(MONDAY.plusDays(7), Lane.CALM)).isEqualTo(new Tally(0, 1));
  }

  @Test
  void confirmationsAndTheOperatorsChecksAreNoReminders() {
    UUID check = house.get(Canaries.class).id(Channel.SMS, DUE);
    ledger.row(new Ref(household, 0, 1, 0), "QUEUED", 0, 1, noon(DUE));
    ledger.row(new Ref(check, 1, 1, 3), "QUEUED", 0, 1, noon(DUE));
    assertThat(count(Lane.URGENT)).isEqualTo(new Tally(0, 0));
  }

  @Test
  void whatARealNotifierSentIsFoundInTime() {
    ReceiptCode code = ReceiptCode.random();
    house.register(
        code,
        Samples.register(
            code,
            Samples.passportAndPermit("LT", LocalDate.of(2027, 9, 1), LocalDate.of(2027, 6, 20)),
            Samples.polishPhone(1),
            Samples.mail(1)));
    house.liveUntil(Instant.parse("2027-09-01T00:00:00Z"));
    Count count = house.get(Count.class);
    int found = 0;
    // attempts older than this would be gone
    for (LocalDate week = LocalDate.of(2027, 1, 4);
        week.getYear() == 2027;
        week = week.plusDays(7)) {
      for (Lane lane : Lane.values()) {
        Tally tally = count.of(week, lane);
        boolean over = week.isBefore(LocalDate.of(2027, 8, 9));
        assertThat(over ? tally.late() : 0).as("%s %s", week, lane).isZero();
        found += tally.inTime();
      }
    }
    assertThat(found).isGreaterThan(2);
  }
}
