package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ContactChange;
import org.termin.contract.words.ContactState;
import org.termin.contract.words.RecordState;
import org.termin.testkit.sms.Script;

class SuspensionTest extends AtThePhone {

  /** The next text to the phone finds that the number does not exist. */
  private void fails() {
    HOUSE.provider().answers(phone.value(), Script.reject(21211));
    HOUSE.reply(phone, "3");
  }

  @Test
  void theMailHearsOnceThatThePhoneFailsAndThePhoneHearsNothingMore() {
    UUID id = told(phone, mail);
    int mails = mails();
    fails();
    assertThat(slot(id, 0)).isEqualTo(ContactState.FAILING);
    // what was answered, and that the phone fails
    assertThat(mails()).isEqualTo(mails + 2);

    int posts = HOUSE.provider().postsTo(phone.value()).size();
    HOUSE.reply(phone, "1");
    HOUSE.liveUntil(NOW.plus(Duration.ofDays(300)));
    assertThat(HOUSE.provider().postsTo(phone.value())).hasSize(posts);
    assertThat(mails()).isGreaterThan(mails + 2);
  }

  @Test
  void theOnlyContactFailsAndIsKept() {
    UUID id = told(phone);
    fails();
    assertThat(slot(id, 0)).isEqualTo(ContactState.FAILING);
    assertThat(HOUSE.person(id).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(HOUSE.person(id).eraseAt()).isNull();
  }

  @Test
  void aNewCodeBringsAFailingContactBack() {
    UUID id = told(phone, mail);
    fails();
    contacts(id, new ContactChange.Replace(0, phone), new ContactChange.Keep(1));
    assertThat(slot(id, 2)).isEqualTo(ContactState.AWAITING);
    HOUSE.confirm(id, code, 2, phone);
    assertThat(slot(id, 2)).isEqualTo(ContactState.CONFIRMED);
    assertThat(HOUSE.person(id).content().slot(0)).isEmpty();
    assertThat(textsAfter("9")).hasSize(1);
  }

  @Test
  void aNewCodeLiftsAStopAndWakesWhatSlept() {
    UUID id = told(phone);
    HOUSE.reply(phone, "0");
    HOUSE.liveUntil(NOW.plus(Duration.ofDays(10)));
    contacts(id, new ContactChange.Replace(0, phone));
    HOUSE.confirm(id, code, 1, phone);
    assertThat(HOUSE.person(id).state()).isEqualTo(RecordState.ACTIVE);
    assertThat(HOUSE.person(id).eraseAt()).isNull();
    int before = texts().size();
    HOUSE.liveUntil(NOW.plus(Duration.ofDays(400)));
    assertThat(texts().size()).isGreaterThan(before);
  }

  @Test
  void aConfirmedContactCannotBeReplacedByItself() {
    UUID id = told(phone, mail);
    int version = version(id);
    contacts(id, new ContactChange.Replace(0, phone), new ContactChange.Keep(1));
    assertThat(version(id)).isEqualTo(version);
  }
}
