package org.termin.notifier.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.PersonRecord;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.Channel;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.RecordState;
import org.termin.notifier.House;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Canaries;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** Who counts as written to before the release of 9 November 2026, and who as having said stop. */
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StopsTest {
  private static final LocalDate RELEASE = LocalDate.of(2026, 11, 9);
  private static final LocalDate DAY = RELEASE.minusDays(17);
  private static final Instant MORNING = DAY.atTime(9, 0).toInstant(ZoneOffset.UTC);
  private static House house;
  private static Written written;
  private final ReceiptCode code = ReceiptCode.random();
  private final Contact phone = Samples.polishPhone(1);
  private final Contact mail = Samples.mail(1);

  @BeforeAll
  static void open() {
    house = House.on(TestStore.fresh());
    written = new Written(house);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.store().clear();
    house.store().freezeClock(MORNING);
    house.provider().reset();
    house.sink().reset();
  }

  private static StopCount count() {
    return house.get(Stops.class).before(RELEASE, RELEASE);
  }

  /** Somebody who has had a reminder, or the confirmation that is one. */
  private UUID told(Contact... contacts) {
    UUID id =
        house.register(
            code,
            Samples.register(code, Samples.passport("LT", LocalDate.of(2028, 3, 1)), contacts));
    house.deliver();
    assertThat(count()).isEqualTo(new StopCount(1, 0));
    return id;
  }

  @Test
  void whoSaysStopByTextCounts() {
    told(phone);
    house.reply(phone, "stop");
    assertThat(count()).isEqualTo(new StopCount(1, 1));
  }

  @Test
  void whoSaidStopCountsAlsoOnceTheyAreGone() {
    UUID id = told(phone);
    house.reply(phone, "stop");
    house.store().advance(Duration.ofDays(14).plusSeconds(1));
    house.get(Erasure.class).sweep();
    assertThat(house.get(Records.class).open(id)).isInstanceOf(Found.Gone.class);
    assertThat(count()).isEqualTo(new StopCount(1, 1));
  }

  @Test
  void whoLeavesByTheLinkInAMailCounts() {
    UUID id = told(mail);
    house.say(
        UUID.randomUUID(),
        new Unsubscribe(new StopToken(id, 0).seal(house.get(Keyring.class).ledger())));
    assertThat(count()).isEqualTo(new StopCount(1, 1));
  }

  @Test
  void whoTakesStopBackDoesNotCount() {
    told(phone);
    house.reply(phone, "stop");
    assertThat(count()).isEqualTo(new StopCount(1, 1));
    house.reply(phone, "START");
    assertThat(count()).isEqualTo(new StopCount(1, 0));
  }

  @Test
  void whoGivesAContactUpOnThePageDidNotSayStop() {
    UUID id = told(phone, mail);
    PersonRecord now = house.person(id).content();
    house.say(
        UUID.randomUUID(),
        new Change(
            id,
            code.proof(),
            house.person(id).version(),
            now.situation(),
            List.of(new ContactChange.Keep(1)),
            now.wording(),
            now.language(),
            now.zone(),
            now.consents(),
            CommunityChange.KEEP,
            now.codeWord()));
    assertThat(house.get(Keyring.class).stops().holds(id, 0)).isTrue();
    assertThat(count()).isEqualTo(new StopCount(1, 0));
  }

  @Test
  void whoErasesEverythingOnThePageDidNotSayStop() {
    UUID id = told(phone);
    house.get(Erasure.class).erase(house.person(id));
    assertThat(count()).isEqualTo(new StopCount(1, 0));
  }

  @ParameterizedTest
  @CsvSource({
    "refused as the phone company was told, REJECTED,    21610, FAILING,   1, 1",
    "said so only in its report,            UNDELIVERED, 21610, FAILING,   1, 1",
    "told it to go on again,                REJECTED,    21610, CONFIRMED, 1, 0",
    "a dead number,                         UNDELIVERED, 30005, FAILING,   1, 0",
    "refused for another reason,            REJECTED,    21614, FAILING,   0, 0",
    "nobody knows whether it left,          UNKNOWN,     ,      CONFIRMED, 0, 0",
    "taken,                                 ACCEPTED,    ,      CONFIRMED, 1, 0"
  })
  void whomThePhoneCompanyWasToldToLeaveAloneCounts(
      String what, String state, String error, ContactState contact, int all, int stopped) {
    UUID id =
        Neighbour.of("PL", LocalDate.of(2026, 1, 1))
            .with(DocumentType.PASSPORT, LocalDate.of(2028, 3, 1))
            .reached(contact)
            .movesInto(house, RecordState.ACTIVE);
    written.to(id, 0, "REMINDER", state, error, DAY);
    assertThat(count()).as(what).isEqualTo(new StopCount(all, stopped));
  }

  @Test
  void aHouseholdCountsOnceAndHasStoppedIfOneOfItsContactsHas() {
    UUID id = told(phone, mail);
    written.to(id, 1, "REMINDER", "DELIVERED", null, DAY);
    written.to(id, 0, "REMINDER", "DELIVERED", null, DAY.plusDays(7));
    house.reply(phone, "stop");
    assertThat(count()).isEqualTo(new StopCount(1, 1));
  }

  @Test
  void whoWasNotWrittenToInTheseFourWeeksIsNotInIt() {
    for (LocalDate day : List.of(RELEASE, RELEASE.minusDays(29))) {
      written.to(UUID.randomUUID(), day);
    }
    written.to(UUID.randomUUID(), 0, "CODE", "DELIVERED", null, DAY);
    assertThat(count()).isEqualTo(new StopCount(0, 0));
    for (LocalDate day : List.of(RELEASE.minusDays(1), RELEASE.minusDays(28))) {
      written.to(UUID.randomUUID(), day);
    }
    assertThat(count()).isEqualTo(new StopCount(2, 0));
  }

  @Test
  void theOperatorsCheckMessagesAreNobodys() {
    Canaries canaries = house.get(Canaries.class);
    written.to(canaries.id(Channel.SMS, DAY), DAY);
    written.to(canaries.id(Channel.EMAIL, RELEASE.minusDays(29)), RELEASE.minusDays(28));
    assertThat(count()).isEqualTo(new StopCount(0, 0));
  }
}
