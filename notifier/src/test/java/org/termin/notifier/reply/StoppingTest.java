package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.contract.words.RecordState;
import org.termin.notifier.erasure.Erasure;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.record.Found;
import org.termin.notifier.record.Records;
import org.termin.testkit.sms.Script;

class StoppingTest extends AtThePhone {

  @Test
  void stopSilencesEveryRegistrationOfAPhoneAndErasesWhoIsLeftWithout() {
    UUID first = told(phone);
    UUID second = signedUp(ReceiptCode.random(), phone, mail);
    int mails = mails();

    assertThat(textsAfter("СПЫНІЦЬ")).hasSize(1);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(HOUSE.person(first).state()).isEqualTo(RecordState.UNREACHABLE);
    assertThat(HOUSE.person(second).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(slot(second, 0)).isEqualTo(ContactState.STOPPED);

    assertThat(textsAfter("stop", "1", "што?", "3")).isEmpty();
    HOUSE.store().advance(Duration.ofDays(14).plusSeconds(1));
    HOUSE.get(Erasure.class).sweep();
    assertThat(HOUSE.get(Records.class).open(first)).isInstanceOf(Found.Gone.class);
    assertThat(HOUSE.person(second).state()).isEqualTo(RecordState.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "START", "старт", "unstop"})
  void aStopCanBeTakenBackFor14Days(String answer) {
    UUID id = told(phone, mail);
    HOUSE.reply(phone, "0");
    HOUSE.store().advance(Duration.ofDays(14));
    int mails = mails();
    assertThat(textsAfter(answer)).hasSize(1);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(slot(id, 0)).isEqualTo(ContactState.CONFIRMED);
    assertThat(HOUSE.person(id).state()).isEqualTo(RecordState.ACTIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "START"})
  void whoeverIsLeftWithoutAContactIsKeptAfterAll(String answer) {
    UUID id = told(phone);
    HOUSE.reply(phone, "0");
    assertThat(HOUSE.person(id).eraseAt()).isNotNull();
    HOUSE.reply(phone, answer);
    assertThat(HOUSE.person(id).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(HOUSE.person(id).eraseAt()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9", "START"})
  void after14DaysAStopStaysAndHearsNothing(String answer) {
    UUID id = told(phone, mail);
    HOUSE.reply(phone, "0");
    HOUSE.store().advance(Duration.ofDays(15));
    assertThat(textsAfter(answer)).isEmpty();
    assertThat(slot(id, 0)).isEqualTo(ContactState.STOPPED);
  }

  /** What the log of stops does not say would be stopped again by whoever looks there. */
  @Test
  void aStopIsTakenBackOnceTheLogCanSaySo() throws Exception {
    UUID id = told(phone);
    HOUSE.reply(phone, "0");
    Path log = HOUSE.get(KeySettings.class).folder().resolve("stops.log");
    Path aside = Files.move(log, log.resolveSibling("aside"));
    Files.createDirectory(log);
    HOUSE.reply(phone, "START");
    Files.delete(log);
    Files.move(aside, log);
    for (int look = 0; look < 3; look++) {
      HOUSE.store().advance(Duration.ofMinutes(20));
      HOUSE.runWhateverIsScheduled();
      HOUSE.quiet();
    }
    assertThat(slot(id, 0)).isEqualTo(ContactState.CONFIRMED);
    assertThat(HOUSE.get(Keyring.class).stops().holds(id, 0)).isFalse();
  }

  @Test
  void startLiftsWhatStopDidAndNothingElse() {
    UUID id = told(phone);
    HOUSE.reply(phone, "2");
    HOUSE.reply(phone, "stop");
    HOUSE.reply(phone, "START");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    assertThat(slot(id, 0)).isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void aContactThatNeverConfirmedIsNotConfirmedByStopAndStart() {
    UUID id = told(mail);
    contacts(id, new ContactChange.Keep(0), new ContactChange.Add(phone));
    assertThat(slot(id, 1)).isEqualTo(ContactState.AWAITING);
    assertThat(textsAfter("stop")).isEmpty();
    assertThat(slot(id, 1)).isEqualTo(ContactState.STOPPED);
    HOUSE.reply(phone, "START");
    assertThat(slot(id, 1)).isEqualTo(ContactState.AWAITING);
  }

  @Test
  void startBringsBackWhatTheCarrierHadBlocked() {
    UUID id = told(phone, mail);
    HOUSE.provider().answers(phone.value(), Script.reject(21610));
    HOUSE.reply(phone, "2");
    assertThat(slot(id, 0)).isEqualTo(ContactState.FAILING);
    assertThat(textsAfter("START")).hasSize(1);
    assertThat(slot(id, 0)).isEqualTo(ContactState.CONFIRMED);
  }

  @Test
  void nothingGoesToAStoppedPhoneAnyMore() {
    told(phone);
    HOUSE.reply(phone, "stop");
    int after = texts().size();
    HOUSE.liveUntil(NOW.plus(Duration.ofDays(200)));
    assertThat(texts()).hasSize(after);
  }

  @Test
  void oneClickInAMailStopsThatMail() {
    UUID id = told(phone, mail);
    Keyring keys = HOUSE.get(Keyring.class);
    HOUSE.say(UUID.randomUUID(), new Unsubscribe(new StopToken(id, 1).seal(keys.ledger())));
    assertThat(slot(id, 1)).isEqualTo(ContactState.STOPPED);
    assertThat(slot(id, 0)).isEqualTo(ContactState.CONFIRMED);
  }
}
