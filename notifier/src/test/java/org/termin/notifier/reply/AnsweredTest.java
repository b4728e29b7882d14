package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.RecordState;
import org.termin.notifier.House;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Records;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class AnsweredTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static House house;
  private final ReceiptCode code = ReceiptCode.random();
  private final Contact phone = Samples.polishPhone(1);
  private final Contact mail = Samples.mail(1);

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

  /** Somebody who has had a message about their only document. */
  private UUID told(Contact... contacts) {
    UUID id =
        house.register(
            code,
            Samples.register(code, Samples.passport("LT", LocalDate.of(2028, 3, 1)), contacts));
    house.deliver();
    return id;
  }

  private DocumentState state(UUID id) {
    return house.person(id).content().situation().document(1).orElseThrow().state();
  }

  private int texts() {
    return house.provider().messagesTo(phone.value()).size();
  }

  @Test
  void twoMeansFiledIsNotedOnceAndStopsTheLadder() {
    UUID id = told(phone);
    int before = texts();
    house.reply(phone, "2");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    assertThat(texts()).isEqualTo(before + 1);
    assertThat(house.person(id).content().situation().document(1).orElseThrow().version())
        .isEqualTo(2);

    house.reply(phone, "2");
    assertThat(texts()).isEqualTo(before + 1);
  }

  @Test
  void nineTakesItBackWithin14Days() {
    UUID id = told(phone);
    house.reply(phone, "1");
    assertThat(state(id)).isInstanceOf(DocumentState.Renewed.class);
    house.store().advance(Duration.ofDays(13));
    house.reply(phone, "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
    assertThat(house.person(id).content().undo()).isEmpty();

    house.reply(phone, "2");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    house.store().advance(Duration.ofDays(15));
    house.reply(phone, "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }

  @Test
  void threeAsksAgainInAWeek() {
    UUID id = told(phone);
    house.reply(phone, "пазней");
    assertThat(house.person(id).content().later()).hasSize(1);
    assertThat(house.person(id).content().later().getFirst().until())
        .isEqualTo(LocalDate.of(2026, 11, 30));
  }

  @Test
  void theOtherContactIsToldWhatWasAnswered() {
    told(phone, mail);
    int before = house.sink().receivedFor(mail.value()).size();
    house.reply(phone, "2");
    assertThat(house.sink().receivedFor(mail.value())).hasSize(before + 1);
  }

  @Test
  void stopSilencesEveryRegistrationOfAPhoneAndErasesWhoIsLeftWithout() {
    UUID first = told(phone);
    ReceiptCode other = ReceiptCode.random();
    UUID second =
        house.register(
            other,
            Samples.register(other, Samples.passport("LT", LocalDate.of(2028, 5, 1)), phone, mail));
    int before = texts();
    int mails = house.sink().receivedFor(mail.value()).size();

    house.reply(phone, "СПЫНІЦЬ");
    assertThat(texts()).isEqualTo(before + 1);
    assertThat(house.sink().receivedFor(mail.value())).hasSize(mails + 1);
    assertThat(house.person(first).state()).isEqualTo(RecordState.UNREACHABLE);
    assertThat(house.person(second).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(house.person(second).content().slot(0).orElseThrow().state())
        .isEqualTo(ContactState.STOPPED);

    house.reply(phone, "stop");
    assertThat(texts()).isEqualTo(before + 1);
    house.store().advance(Duration.ofDays(14).plusSeconds(1));
    house.get(Erasure.class).sweep();
    assertThat(house.get(Records.class).open(first)).isInstanceOf(Found.Gone.class);
    assertThat(house.person(second).state()).isEqualTo(RecordState.ACTIVE);
  }

  @Test
  void aStopCanBeTakenBack() {
    UUID id = told(phone);
    house.reply(phone, "0");
    assertThat(house.person(id).state()).isEqualTo(RecordState.UNREACHABLE);
    house.store().advance(Duration.ofDays(3));
    house.reply(phone, "9");
    assertThat(house.person(id).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(house.person(id).eraseAt()).isNull();
    assertThat(house.person(id).confirmed()).hasSize(1);
  }

  @Test
  void nothingGoesToAStoppedPhoneAnyMore() {
    told(phone);
    house.reply(phone, "stop");
    int after = texts();
    house.liveUntil(NOW.plus(Duration.ofDays(200)));
    assertThat(texts()).isEqualTo(after);
  }

  @Test
  void oneClickInAMailStopsThatMail() {
    UUID id = told(phone, mail);
    Keyring keys = house.get(Keyring.class);
    house.say(UUID.randomUUID(), new Unsubscribe(new StopToken(id, 1).seal(keys.ledger())));
    assertThat(house.person(id).content().slot(1).orElseThrow().state())
        .isEqualTo(ContactState.STOPPED);
    assertThat(house.person(id).content().slot(0).orElseThrow().state())
        .isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void aStrangersTextChangesNothing() {
    UUID id = told(phone);
    int version = house.person(id).version();
    house.reply(Samples.polishPhone(77), "2");
    house.reply(phone, "хто гэта?");
    house.reply(phone, "хто гэта??");
    assertThat(house.person(id).version()).isEqualTo(version);
  }
}
