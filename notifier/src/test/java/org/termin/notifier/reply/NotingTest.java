package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.DocumentState;
import org.termin.testkit.Samples;

class NotingTest extends AtThePhone {

  @Test
  void twoMeansFiledIsNotedOnceAndStopsTheLadder() {
    UUID id = told(phone);
    assertThat(textsAfter("2")).hasSize(1);
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
    assertThat(HOUSE.person(id).content().situation().document(1).orElseThrow().version())
        .isEqualTo(2);
    assertThat(textsAfter("2")).isEmpty();
  }

  @Test
  void threeAsksAgainInAWeek() {
    UUID id = told(phone);
    HOUSE.reply(phone, "пазней");
    assertThat(HOUSE.person(id).content().later()).hasSize(1);
    assertThat(HOUSE.person(id).content().later().getFirst().until())
        .isEqualTo(LocalDate.of(2026, 11, 30));
  }

  @Test
  void threeSaysInHowManyDaysWhereTheDateIsNearerThanAWeek() {
    // the secret days may leave no day to put it off to, so somebody with few of them is asked
    UUID id;
    do {
      empty();
      id =
          HOUSE.register(
              code,
              Samples.register(code, Samples.passport("GE", LocalDate.of(2026, 11, 28)), phone));
    } while (HOUSE.secretDays(id) > 3);
    HOUSE.deliver();
    String answer = textsAfter("3").getFirst();
    long days =
        ChronoUnit.DAYS.between(
            LocalDate.of(2026, 11, 23), HOUSE.person(id).content().later().getFirst().until());
    assertThat(days).isLessThan(7);
    assertThat(answer).contains("праз " + days + " д");
  }

  @Test
  void threeIsToldWhereNothingCanBePutOffAnyMore() {
    // on its last day no day is left, whatever the secret days are
    HOUSE.register(
        code, Samples.register(code, Samples.passport("GE", LocalDate.of(2026, 11, 23)), phone));
    HOUSE.deliver();
    assertThat(textsAfter("3")).singleElement().asString().contains("адкласці нельга");
    assertThat(textsAfter("3")).isEmpty();
  }

  @Test
  void theOtherContactIsToldWhatWasAnswered() {
    told(phone, mail);
    int before = mails();
    HOUSE.reply(phone, "2");
    assertThat(mails()).isEqualTo(before + 1);
  }

  @Test
  void everyAnswerCarriesTheCodeWordAndNoLink() {
    UUID id = told(phone);
    String word = HOUSE.person(id).content().codeWord();
    assertThat(textsAfter("3", "2", "1", "9", "9", "што?", "0", "START"))
        .hasSize(7)
        .allSatisfy(text -> assertThat(text).startsWith(word + ": "))
        .allSatisfy(text -> assertThat(text).doesNotContain("http", "www", ".example"));
  }

  @Test
  void onlyTheDocumentsOfTheLatestTextChange() {
    UUID id =
        HOUSE.register(
            code,
            Samples.register(
                code,
                Samples.passportAndPermit(
                    "PL", LocalDate.of(2027, 1, 20), LocalDate.of(2029, 6, 1)),
                phone));
    HOUSE.liveUntil(NOW.plus(Duration.ofDays(10)));
    List<Integer> told =
        HOUSE.person(id).deliveries().getFirst().told().stream()
            .map(row -> row.document())
            .filter(document -> document > 0)
            .toList();
    assertThat(told).hasSize(1);

    HOUSE.reply(phone, "2");
    assertThat(HOUSE.person(id).content().situation().documents())
        .allSatisfy(
            document ->
                assertThat(document.state() instanceof DocumentState.Filed)
                    .isEqualTo(told.contains(document.number())));
  }

  @Test
  void aStrangersTextChangesNothingAndIsNotAnswered() {
    UUID id = told(phone);
    int version = version(id);
    int before = HOUSE.provider().messages().size();
    for (String answer : List.of("1", "2", "3", "9", "0", "START", "хто гэта?")) {
      HOUSE.reply(Samples.polishPhone(77), answer);
    }
    assertThat(version(id)).isEqualTo(version);
    assertThat(HOUSE.provider().messages()).hasSize(before);
  }

  @Test
  void whatCannotBeAnsweredAnyMoreTodayDoesNotActUnseen() {
    UUID id = told(phone);
    for (int i = 0; i < 5; i++) {
      assertThat(textsAfter("1", "9")).hasSize(2);
    }
    int version = version(id);
    assertThat(textsAfter("1")).isEmpty();
    assertThat(version(id)).isEqualTo(version);

    HOUSE.store().advance(Duration.ofDays(1));
    assertThat(textsAfter("1")).hasSize(1);
  }

  @Test
  void onlyTheRegistrationThatWasWrittenToLastIsMeant() {
    UUID first = told(phone);
    HOUSE.store().advance(Duration.ofDays(1));
    ReceiptCode other = ReceiptCode.random();
    UUID second = signedUp(other, phone);
    HOUSE.deliver();
    HOUSE.reply(phone, "1");
    assertThat(state(first)).isInstanceOf(DocumentState.Held.class);
    assertThat(state(second)).isInstanceOf(DocumentState.Renewed.class);
  }
}
