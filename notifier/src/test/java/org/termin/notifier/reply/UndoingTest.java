package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.words.DocumentState;
import org.termin.testkit.Samples;

class UndoingTest extends AtThePhone {

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3", "2 1", "3 2", "3 2 1", "3 1"})
  void oneNineTakesAllAnswersBack(String answers) {
    UUID id = told(phone);
    for (String answer : answers.split(" ", -1)) {
      assertThat(textsAfter(answer)).as(answer).hasSize(1);
    }
    assertThat(textsAfter("9")).hasSize(1);
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
    assertThat(HOUSE.person(id).content().later()).isEmpty();
    assertThat(HOUSE.person(id).content().undo()).isEmpty();
    assertThat(
            HOUSE
                .db()
                .sql("select count(*) from ledger.reminder where state = 'PLANNED'")
                .query(Integer.class)
                .single())
        .isPositive();
  }

  @Test
  void nineWorksFor14DaysAndNoLonger() {
    UUID id = told(phone);
    HOUSE.reply(phone, "1");
    HOUSE.store().advance(Duration.ofDays(14));
    HOUSE.reply(phone, "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);

    HOUSE.reply(phone, "2");
    HOUSE.store().advance(Duration.ofDays(15));
    HOUSE.reply(phone, "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }

  @Test
  void anOldAnswerIsNotTakenBackWithANewOne() {
    UUID id = told(phone);
    HOUSE.reply(phone, "2");
    HOUSE.store().advance(Duration.ofDays(20));
    HOUSE.reply(phone, "1");
    HOUSE.reply(phone, "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Filed.class);
  }

  @Test
  void theOtherContactHearsThatItWasTakenBack() {
    told(phone, mail);
    HOUSE.reply(phone, "1");
    int before = mails();
    HOUSE.reply(phone, "9");
    assertThat(mails()).isEqualTo(before + 1);
  }

  @Test
  void theOtherContactCanTakeItBackToo() {
    UUID id = told(phone, Samples.polishPhone(2));
    HOUSE.reply(phone, "1");
    HOUSE.reply(Samples.polishPhone(2), "9");
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
  }
}
