package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.DocumentState;
import org.termin.notifier.alarm.Alarm;
import org.termin.notifier.alarm.Alarms;
import org.termin.notifier.reply.HeldController.Decision;
import org.termin.testkit.Samples;

class SurgeTest extends AtThePhone {

  private final HeldController operator = HOUSE.get(HeldController.class);

  @BeforeEach
  void calm() {
    HOUSE.get(Alarms.class).clear(Alarm.REPLIES_HELD);
  }

  /** Many people who were told of their only document, by phone. */
  private static Map<Contact, UUID> crowd(int size) {
    Map<Contact, UUID> crowd = new LinkedHashMap<>();
    for (int n = 100; n < 100 + size; n++) {
      Contact phone = Samples.polishPhone(n);
      ReceiptCode own = ReceiptCode.random();
      crowd.put(
          phone,
          HOUSE.register(
              own, Samples.register(own, Samples.passport("LT", LocalDate.of(2028, 3, 1)), phone)));
    }
    HOUSE.deliver();
    return crowd;
  }

  /** So many texts nobody understands, from one phone: they count, and cost one answer. */
  private void noise(int texts) {
    for (int i = 0; i < texts; i++) {
      HOUSE.reply(phone, "?");
    }
  }

  private long filed(Map<Contact, UUID> crowd) {
    return crowd.values().stream().filter(id -> state(id) instanceof DocumentState.Filed).count();
  }

  private static boolean called() {
    return HOUSE.get(Alarms.class).active().contains(Alarm.REPLIES_HELD);
  }

  private static Decision decision(String word) {
    return new Decision(word);
  }

  @Test
  void anAnswerTooManyWaitsUntilTheOperatorReleasesIt() {
    UUID id = told(phone);
    noise(20);
    assertThat(called()).isFalse();
    assertThat(textsAfter("2")).isEmpty();
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
    assertThat(called()).isTrue();
    assertThat(operator.counts())
        .isEqualTo(new HeldReplies.Counts(1, 0, LocalDate.of(2026, 11, 23)));

    int before = texts().size();
    assertThat(operator.decide(decision("release")).held()).isZero();
    HOUSE.quiet();
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    assertThat(texts()).hasSize(before + 1);
    assertThat(called()).isFalse();
    assertThat(textsAfter("9")).hasSize(1);
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
  }

  @Test
  void whatTheOperatorDropsNeverHappened() {
    UUID id = told(phone);
    noise(20);
    HOUSE.reply(phone, "2");
    int version = version(id);
    assertThat(operator.decide(decision("drop")).held()).isZero();
    HOUSE.quiet();
    assertThat(version(id)).isEqualTo(version);
    assertThat(called()).isFalse();

    // and the day is counted anew
    HOUSE.reply(phone, "2");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }

  @Test
  void stopNeverWaitsAndIsListed() {
    UUID id = told(phone);
    noise(20);
    assertThat(textsAfter("stop")).hasSize(1);
    assertThat(slot(id, 0)).isEqualTo(ContactState.STOPPED);
    assertThat(operator.counts().stopped()).isEqualTo(1);
    assertThat(operator.decide(decision("release")).stopped()).isZero();
  }

  @Test
  void nineNeverWaitsAndForgetsWhatWaits() {
    UUID id = told(phone);
    HOUSE.reply(phone, "2");
    noise(20);
    HOUSE.reply(phone, "1");
    assertThat(operator.counts().held()).isEqualTo(1);
    HOUSE.reply(phone, "9");
    assertThat(operator.counts().held()).isZero();
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
  }

  @Test
  void whatIsUsualIsNotTooMany() {
    UUID id = told(phone);
    HOUSE
        .db()
        .sql(
            """
            insert into ledger.reply_hour (hour, replies, contacts, surged) values
              (app.now() - interval '1 day', 10, 0, false), (app.now() - interval '2 days', 6, 0, false),
              (app.now() - interval '3 days', 900, 0, true)
            """)
        .update();
    noise(39);
    HOUSE.reply(phone, "2"); // 40 = 5 × 8
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    HOUSE.reply(phone, "1");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    assertThat(operator.counts().held()).isEqualTo(1);
  }

  @Test
  void twoOfAHundredPeopleInADayAreTooManyButNeverTwenty() {
    Map<Contact, UUID> crowd = crowd(22);
    crowd
        .keySet()
        .forEach(
            phone -> {
              HOUSE.reply(phone, "2");
              HOUSE.store().advance(Duration.ofMinutes(20));
            });
    assertThat(filed(crowd)).isEqualTo(20);
    assertThat(operator.counts().held()).isEqualTo(2);

    HOUSE.store().advance(Duration.ofDays(1));
    operator.decide(decision("release"));
    HOUSE.quiet();
    assertThat(filed(crowd)).isEqualTo(22);
  }

  @Test
  void anAnswerToADocumentThatIsAnotherOneNowIsForgotten() {
    UUID id = told(phone, mail);
    noise(20);
    HOUSE.reply(phone, "1");
    HOUSE.say(
        UUID.randomUUID(),
        org.termin.contract.sealed.Act.on(
            id,
            code.proof(),
            version(id),
            org.termin.contract.words.Action.LOST,
            1,
            LocalDate.of(2026, 11, 20)));
    assertThat(operator.decide(decision("release")).held()).isZero();
    assertThat(state(id)).isInstanceOf(DocumentState.Lost.class);
  }

  @Test
  void anAnswerOfAContactThatIsGoneIsForgotten() {
    UUID id = told(phone, mail);
    noise(20);
    HOUSE.reply(phone, "1");
    contacts(id, new ContactChange.Keep(1));
    assertThat(operator.decide(decision("release")).held()).isZero();
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
  }

  @Test
  void whatNobodyDecidesIsForgottenAfterTwoWeeks() {
    told(phone);
    noise(20);
    HOUSE.reply(phone, "1");
    HOUSE.store().advance(Duration.ofDays(15));
    HOUSE.get(ReplySweep.class).forget();
    HOUSE.get(ReplySweep.class).call();
    assertThat(operator.counts()).isEqualTo(new HeldReplies.Counts(0, 0, null));
    assertThat(called()).isFalse();
  }

  @Test
  void anotherWordIsNoDecision() {
    assertThatThrownBy(() -> operator.decide(decision("maybe")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void strangersDoNotCount() {
    UUID id = told(phone);
    for (int n = 500; n < 525; n++) {
      HOUSE.reply(Samples.polishPhone(n), "0");
    }
    HOUSE.reply(phone, "2");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }

  @Test
  void phonesThatNeverConfirmedDoNotCountEither() {
    UUID id = told(phone);
    for (int n = 500; n < 525; n++) {
      ReceiptCode own = ReceiptCode.random();
      HOUSE.say(
          UUID.randomUUID(),
          Samples.register(
              own, Samples.passport("LT", LocalDate.of(2028, 3, 1)), Samples.polishPhone(n)));
      HOUSE.reply(Samples.polishPhone(n), "?");
    }
    HOUSE.reply(phone, "2");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }
}
