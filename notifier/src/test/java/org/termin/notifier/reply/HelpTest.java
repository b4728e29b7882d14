package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.words.RecordState;
import org.termin.testkit.Samples;

class HelpTest extends AtThePhone {

  @Test
  void whatNobodyUnderstandsIsExplainedOnceAWeek() {
    UUID id = told(phone);
    int version = version(id);
    assertThat(textsAfter("хто гэта?")).hasSize(1);
    assertThat(textsAfter("хто гэта??", "I am driving", "", "9", "👍")).isEmpty();
    HOUSE.store().advance(Duration.ofDays(7).minusMinutes(1));
    assertThat(textsAfter("хто гэта???")).isEmpty();
    HOUSE.store().advance(Duration.ofMinutes(1));
    assertThat(textsAfter("хто гэта????")).hasSize(1);
    assertThat(version(id)).isEqualTo(version);
  }

  @Test
  void theExplanationSaysWhatCanBeAnsweredAndWhereThePlanIs() {
    UUID id = told(phone);
    assertThat(textsAfter("?").getFirst())
        .startsWith(HOUSE.person(id).content().codeWord())
        .contains("1 ", "2 ", "3 ", "9 ", "0 ")
        .contains("План");
  }

  @Test
  void aMachineThatAnswersEveryTextDoesNotMakeUsTalk() {
    told(phone);
    int before = texts().size();
    for (int heard = before; heard < 200; heard++) {
      int texts = texts().size();
      HOUSE.reply(phone, "Аўтаадказ: я ў адпачынку");
      if (texts().size() == texts) {
        break;
      }
    }
    assertThat(texts()).hasSize(before + 1);
  }

  @Test
  void somebodyWhoNeverConfirmedHearsNothing() {
    UUID id = UUID.randomUUID();
    HOUSE.say(id, Samples.register(code, Samples.passport("LT", LocalDate.of(2028, 3, 1)), phone));
    assertThat(HOUSE.person(id).state()).isEqualTo(RecordState.PENDING);
    assertThat(textsAfter("who is this?", "1", "9", "START")).isEmpty();
  }
}
