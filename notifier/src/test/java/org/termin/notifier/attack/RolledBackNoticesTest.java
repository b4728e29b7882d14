package org.termin.notifier.attack;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.sealed.StopToken;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.contract.words.Action;
import org.termin.contract.words.Consents;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.Language;
import org.termin.contract.words.Wording;
import org.termin.notifier.House;
import org.termin.notifier.keys.Keyring;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/**
 * Rows of before a stop are put back: what answers somebody at once asks the log of stops too, and
 * still says what the contact itself asked for.
 */
class RolledBackNoticesTest {
  private final Contact phone = Samples.polishPhone(1);
  private final Contact mail = Samples.mail(1);
  private final ReceiptCode code = ReceiptCode.random();
  private House house;
  private UUID id;

  @BeforeEach
  void twoContacts() {
    TestStore store = TestStore.fresh();
    store.freezeClock(Instant.parse("2026-11-23T09:00:00Z"));
    house = House.on(store);
    id = register(code, phone, mail);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private UUID register(ReceiptCode receipt, Contact... contacts) {
    return house.register(
        receipt,
        Samples.register(receipt, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contacts));
  }

  /** The phone stops, and everything is as it was before it did. */
  private void thePhoneStopsInVain() {
    Tables tables = new Tables(house.store());
    tables.keep();
    house.reply(phone, "STOP");
    tables.putBack();
    assertThat(house.person(id).confirmed()).hasSize(2);
  }

  private int texts() {
    return house.provider().postsTo(phone.value()).size();
  }

  private int mails() {
    return house.sink().receivedFor(mail.value()).size();
  }

  private double alarms() {
    return house
        .get(MeterRegistry.class)
        .counter("termin.alarm.raised", "name", "STOP_UNDONE")
        .count();
  }

  private void unsubscribe(int slot) {
    house.say(
        UUID.randomUUID(),
        new Unsubscribe(new StopToken(id, slot).seal(house.get(Keyring.class).ledger())));
  }

  @Test
  void theStopOfAnotherContactIsNotToldToOneThatStoppedBefore() {
    thePhoneStopsInVain();
    int texts = texts();
    int mails = mails();
    unsubscribe(1);
    assertThat(texts()).isEqualTo(texts);
    assertThat(alarms()).isEqualTo(1);
    assertThat(mails()).as("what confirms a stop leaves").isEqualTo(mails + 1);
    assertThat(house.person(id).content().slot(1).orElseThrow().state())
        .isEqualTo(ContactState.STOPPED);
  }

  @Test
  void aSampleGoesOnlyWhereNobodyStopped() {
    thePhoneStopsInVain();
    int texts = texts();
    int mails = mails();
    int version = house.person(id).version();
    house.say(UUID.randomUUID(), Act.plain(id, code.proof(), version, Action.SAMPLE));
    assertThat(texts()).isEqualTo(texts);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(alarms()).isEqualTo(1);
  }

  @Test
  void whoStopsAgainIsTold() {
    thePhoneStopsInVain();
    int texts = texts();
    house.reply(phone, "STOP");
    assertThat(texts()).isEqualTo(texts + 1);
    assertThat(alarms()).isZero();
  }

  @Test
  void aMailsStopWorksOnRowsOfBeforeItAndIsTold() {
    Tables tables = new Tables(house.store());
    tables.keep();
    unsubscribe(1);
    tables.putBack();
    int mails = mails();
    unsubscribe(1);
    assertThat(house.person(id).confirmed()).hasSize(1);
    assertThat(mails()).isEqualTo(mails + 1);
  }

  @Test
  void somebodyWhoWasErasedHearsNothingFromTheirOldRows() {
    Tables tables = new Tables(house.store());
    tables.keep();
    int version = house.person(id).version();
    house.say(UUID.randomUUID(), Act.plain(id, code.proof(), version, Action.ERASE));
    tables.putBack();
    int texts = texts();
    int mails = mails();
    house.say(UUID.randomUUID(), Act.plain(id, code.proof(), version, Action.SAMPLE));
    assertThat(texts()).isEqualTo(texts);
    assertThat(mails()).isEqualTo(mails);
    assertThat(alarms()).isEqualTo(2);
  }

  @Test
  void whoIsGivenUpOnThePageHearsItAsTheLastThing() {
    int mails = mails();
    house.say(
        UUID.randomUUID(),
        new Change(
            id,
            code.proof(),
            house.person(id).version(),
            Samples.passport("PL", LocalDate.of(2028, 3, 1)),
            List.of(new ContactChange.Keep(0)),
            Wording.CLEAR,
            Language.PL,
            ZoneId.of("Europe/Warsaw"),
            new Consents(true, false),
            CommunityChange.KEEP,
            house.person(id).content().codeWord()));
    assertThat(house.person(id).confirmed()).hasSize(1);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(alarms()).isZero();
  }

  @Test
  void aStopThatIsTakenBackIsToldToBoth() {
    house.reply(phone, "STOP");
    int texts = texts();
    int mails = mails();
    house.reply(phone, "START");
    assertThat(texts()).isEqualTo(texts + 1);
    assertThat(mails()).isEqualTo(mails + 1);
    assertThat(alarms()).isZero();
  }

  @Test
  void aNewRegistrationAtAContactThatStoppedGetsItsCode() {
    thePhoneStopsInVain();
    UUID anew = register(ReceiptCode.random(), phone);
    assertThat(house.person(anew).confirmed()).hasSize(1);
  }

  @Test
  void aCodeOnItsWayDoesNotReachAContactThatStoppedMeanwhile() {
    UUID waiting = UUID.randomUUID();
    ReceiptCode receipt = ReceiptCode.random();
    Contact other = Samples.polishPhone(2);
    house.say(
        waiting,
        Samples.register(receipt, Samples.passport("PL", LocalDate.of(2028, 3, 1)), other));
    Tables tables = new Tables(house.store());
    tables.keep();
    house.reply(other, "STOP");
    tables.putBack();
    int texts = house.provider().postsTo(other.value()).size();
    house.say(UUID.randomUUID(), new Resend(waiting, receipt.proof(), 0));
    assertThat(house.provider().postsTo(other.value())).hasSize(texts);
    assertThat(alarms()).isPositive();
  }
}
