package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Resend;
import org.termin.contract.words.Contact;
import org.termin.notifier.House;
import org.termin.notifier.verification.CodeSender;
import org.termin.testkit.Samples;
import org.termin.testkit.TestStore;

/** A phone whose code waits for room writes to us; of five codes a day two are kept for such. */
@Timeout(240)
class CallInTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private House house = open(Map.of());

  private static House open(Map<String, Object> more) {
    TestStore store = TestStore.fresh();
    store.freezeClock(NOW);
    Map<String, Object> settings = new java.util.HashMap<>(more);
    settings.put("termin.codes.country", "5");
    return House.on(store, settings);
  }

  @AfterEach
  void close() {
    house.close();
  }

  private void withOther(Map<String, Object> settings) {
    house.close();
    house = open(settings);
  }

  private UUID signUp(ReceiptCode code, Contact contact) {
    UUID id = UUID.randomUUID();
    house.say(
        id, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), contact));
    return id;
  }

  /** Phones of these numbers, each signed up once. */
  private void signUp(int from, int to) {
    for (int n = from; n <= to; n++) {
      signUp(ReceiptCode.random(), Samples.polishPhone(n));
    }
  }

  private void writes(int phone, String text) {
    house.reply(Samples.polishPhone(phone), text);
    sweep(house);
  }

  private static void sweep(House node) {
    while (node.get(CodeSender.class).sweep() > 0) {
      node.quiet();
    }
    node.quiet();
  }

  private int texts(int phone) {
    return house.provider().messagesTo(Samples.polishPhone(phone).value()).size();
  }

  private int all() {
    return house.provider().posts().size();
  }

  private long calledIn() {
    return house
        .db()
        .sql("select count(*) from people.verification where called_in")
        .query(Long.class)
        .single();
  }

  @Test
  void theCodeOfAPhoneThatWritesComesAtOnceWhileOthersWait() {
    signUp(1, 6);
    assertThat(all()).as("pages take three").isEqualTo(3);
    assertThat(texts(5)).isZero();
    writes(5, "?");
    assertThat(texts(5)).isEqualTo(1);
    assertThat(texts(6)).isZero();
    assertThat(calledIn()).as("forgotten when the code leaves").isZero();
  }

  @Test
  void anyWordCountsAndEvenNone() {
    signUp(1, 5);
    writes(4, "Хто гэта?");
    writes(5, "");
    assertThat(texts(4)).isEqualTo(1);
    assertThat(texts(5)).isEqualTo(1);
  }

  @Test
  void nothingIsConfirmedByIt() {
    signUp(1, 3);
    UUID id = signUp(ReceiptCode.random(), Samples.polishPhone(4));
    writes(4, "?");
    assertThat(house.person(id).confirmed()).isEmpty();
  }

  @Test
  void howeverManyWriteTheCountryGetsNoMoreThanItsBudget() {
    signUp(1, 12);
    for (int n = 4; n <= 12; n++) {
      writes(n, "?");
    }
    assertThat(all()).isEqualTo(5);
  }

  @Test
  void whoWritesTooLateForTodayIsSentItInTheFirstHourOfTheNextDayByWhicheverNotifier() {
    signUp(1, 6);
    List.of(4, 5, 6).forEach(n -> writes(n, "?"));
    assertThat(texts(4) + texts(5) + texts(6)).isEqualTo(2);
    try (House other = house.beside()) {
      house.store().freezeClock(Instant.parse("2026-11-24T01:00:00Z"));
      sweep(other);
      assertThat(List.of(texts(4), texts(5), texts(6))).containsOnly(1);
    }
  }

  @Test
  void aPhoneThatSaysStopOrNotMeIsSentNothing() {
    signUp(1, 5);
    writes(4, "STOP");
    writes(5, "9");
    assertThat(texts(4) + texts(5)).isZero();
    house.store().freezeClock(NOW.plus(Duration.ofDays(3)));
    sweep(house);
    assertThat(texts(4)).isZero();
    writes(4, "?");
    assertThat(texts(4)).isZero();
  }

  @Test
  void strangersAndWhoeverHasTheirCodeHearNothing() {
    signUp(1, 3);
    writes(1, "?");
    writes(77, "?");
    assertThat(texts(1)).isEqualTo(1);
    assertThat(texts(77)).isZero();
    assertThat(calledIn()).isZero();
  }

  @Test
  void aPhoneSignedUpManyTimesMovesNoMoreThanItMayGetInADay() {
    signUp(1, 3);
    List<UUID> ids = new ArrayList<>();
    for (int n = 0; n < 12; n++) {
      ids.add(signUp(ReceiptCode.random(), Samples.polishPhone(4)));
    }
    house.reply(Samples.polishPhone(4), "?");
    assertThat(calledIn()).isEqualTo(3);
    house.reply(Samples.polishPhone(4), "? ?");
    assertThat(calledIn()).isEqualTo(3);
    sweep(house);
    assertThat(texts(4)).isEqualTo(2);
  }

  @Test
  void aPhoneThatAnotherRegistrationConfirmedGetsItsCodeAndNoExplanation() {
    ReceiptCode code = ReceiptCode.random();
    Contact phone = Samples.polishPhone(1);
    UUID first =
        house.register(
            code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone));
    signUp(2, 3);
    UUID second = signUp(ReceiptCode.random(), phone);
    assertThat(first).isNotEqualTo(second);
    int before = texts(1);
    writes(1, "?");
    assertThat(house.provider().messagesTo(phone.value()).subList(before, texts(1)))
        .singleElement()
        .satisfies(text -> assertThat(text.body()).containsPattern("[0-9]{6}"));
  }

  @Test
  void startThatMovesACodeIsAnsweredWithTheCodeAlone() {
    ReceiptCode code = ReceiptCode.random();
    Contact phone = Samples.polishPhone(1);
    house.register(
        code, Samples.register(code, Samples.passport("PL", LocalDate.of(2028, 3, 1)), phone));
    signUp(2, 3);
    signUp(ReceiptCode.random(), phone);
    int before = texts(1);
    writes(1, "START");
    assertThat(house.provider().messagesTo(phone.value()).subList(before, texts(1)))
        .singleElement()
        .satisfies(text -> assertThat(text.body()).containsPattern("[0-9]{6}"));
    writes(1, "START");
    assertThat(house.provider().messagesTo(phone.value()).subList(before + 1, texts(1)))
        .as("nothing waits any more, and nothing was stopped")
        .singleElement()
        .satisfies(text -> assertThat(text.body()).doesNotContainPattern("[0-9]{6}"));
  }

  @Test
  void askingForAnotherCodeByThePageGoesBackToTheOthers() {
    signUp(1, 3);
    ReceiptCode code = ReceiptCode.random();
    UUID id = signUp(code, Samples.polishPhone(4));
    writes(4, "?");
    house.say(UUID.randomUUID(), new Resend(id, code.proof(), 0));
    assertThat(texts(4)).isEqualTo(1);
    writes(4, "?");
    assertThat(texts(4)).isEqualTo(2);
  }

  @Test
  void whereTextsCannotBeAnsweredNothingIsKeptAndNothingMoves() {
    withOther(Map.of("TERMIN_SMS_TWO_WAY", "false"));
    signUp(1, 6);
    assertThat(all()).isEqualTo(5);
    writes(6, "?");
    assertThat(all()).isEqualTo(5);
    assertThat(calledIn()).isZero();
  }
}
