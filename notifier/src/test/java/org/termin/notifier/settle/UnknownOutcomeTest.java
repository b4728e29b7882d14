package org.termin.notifier.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.termin.contract.sealed.Act;
import org.termin.contract.words.Action;
import org.termin.contract.words.Contact;
import org.termin.contract.words.ContactState;
import org.termin.notifier.House;
import org.termin.testkit.Samples;
import org.termin.testkit.mail.MailScript;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.Script;
import org.termin.testkit.sms.SentText;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class UnknownOutcomeTest {

  private static final Duration QUARTER = Duration.ofMinutes(16);
  private static Household household;
  private static House house;
  private static FakeSmsProvider provider;

  @BeforeAll
  static void open() {
    household = new Household(Map.of());
    house = household.house;
    provider = house.provider();
  }

  @AfterAll
  static void close() {
    household.close();
  }

  @BeforeEach
  void empty() {
    household.empty();
  }

  private static SentText lastTo(Contact phone) {
    return provider.messagesTo(phone.value()).getLast();
  }

  /** The confirmation is sent, and its answer is lost. */
  private UUID unknown(Contact phone, Script script, Contact... others) {
    Contact[] all = new Contact[others.length + 1];
    all[0] = phone;
    System.arraycopy(others, 0, all, 1, others.length);
    UUID id = household.resident(all);
    provider.answers(phone.value(), script);
    house.deliver();
    assertThat(household.rows("state = 'UNKNOWN'")).isEqualTo(1);
    return id;
  }

  @ParameterizedTest
  @ValueSource(strings = {"queued", "sent", "delivered"})
  void whatTheProviderTookIsFoundInItsListAndNeverRepeated(String status) {
    Contact phone = Samples.polishPhone(1);
    unknown(phone, Script.hangUp());
    provider.becomes(lastTo(phone).sid(), status, null);
    household.sweptAfter(QUARTER);

    assertThat(household.rows("state in ('ACCEPTED', 'DELIVERED')")).isEqualTo(1);
    assertThat(household.attempts("provider_ref = '" + lastTo(phone).sid() + "'")).isEqualTo(1);
    assertThat(household.attempts("said is not null")).isZero();
    household.later(Duration.ofMinutes(5));
    house.deliver();
    assertThat(provider.postsTo(phone.value())).hasSize(2); // code and confirmation
  }

  @Test
  void whatTheListSaysWasNotDeliveredGoesToTheOtherContact() {
    Contact phone = Samples.polishPhone(2);
    Contact mail = Samples.mail(2);
    UUID id = unknown(phone, Script.reset(), mail);
    provider.becomes(lastTo(phone).sid(), "undelivered", 30006);
    household.sweptAfter(QUARTER);
    household.later(Duration.ofMinutes(1));
    house.deliver();

    // a code, the confirmation, and a line that the phone fails, which is said at once
    await()
        .atMost(1, TimeUnit.MINUTES)
        .untilAsserted(() -> assertThat(house.sink().receivedFor(mail.value())).hasSize(3));
    assertThat(house.person(id).content().slot(0).orElseThrow().state())
        .isEqualTo(ContactState.FAILING);
  }

  @Test
  void whatIsSurelyNotInTheListIsSentAgainOnce() {
    Contact phone = Samples.polishPhone(3);
    unknown(phone, new Script.HangUp(false));
    household.sweptAfter(QUARTER);
    household.later(Duration.ofMinutes(2));
    house.deliver();
    assertThat(provider.messagesTo(phone.value())).hasSize(2);
    assertThat(household.rows("state = 'ACCEPTED'")).isEqualTo(1);
  }

  @Test
  void aBlackedOutListIsAskedThreeTimesAndThenTheTextIsSentAgain() {
    Contact phone = Samples.polishPhone(4);
    unknown(phone, Script.hangUp());
    provider.redacts(true);
    for (int asked = 1; asked <= 3; asked++) {
      assertThat(household.rows("state = 'UNKNOWN'")).isEqualTo(1);
      household.sweptAfter(QUARTER);
      assertThat(provider.questions()).isEqualTo(asked);
    }
    household.later(Duration.ofMinutes(2));
    house.deliver();
    assertThat(provider.postsTo(phone.value())).hasSize(3);
  }

  @Test
  void anAnswerThatFailsIsNoAnswer() {
    Contact phone = Samples.polishPhone(5);
    unknown(phone, Script.hangUp());
    provider.answersQuestions(new Script.Fail(500, 20500, false));
    household.sweptAfter(QUARTER);
    assertThat(household.rows("state = 'UNKNOWN'")).isEqualTo(1);

    provider.answersQuestions(null);
    household.sweptAfter(QUARTER);
    assertThat(household.rows("state = 'ACCEPTED'")).isEqualTo(1);
    assertThat(provider.postsTo(phone.value())).hasSize(2);
  }

  @Test
  void anErasedPersonsUnknownMessageIsClosedAndNeverRepeated() {
    Contact phone = Samples.polishPhone(6);
    UUID id = unknown(phone, Script.hangUp());
    house.say(UUID.randomUUID(), Act.plain(id, household.code.proof(), 1, Action.ERASE));
    household.sweptAfter(QUARTER);
    household.later(Duration.ofHours(1));
    house.deliver();
    assertThat(household.states()).containsOnly("CANCELLED");
    assertThat(provider.questions()).isZero();
    assertThat(provider.postsTo(phone.value())).hasSize(2);
  }

  @Test
  void aCodeOfUnknownOutcomeIsNeverRepeatedButItsCopyIsDeleted() {
    Contact phone = Samples.polishPhone(7);
    provider.answers(phone.value(), Script.hangUp());
    household.resident(phone);
    SentText text = provider.messagesTo(phone.value()).getFirst();
    assertThat(household.attempts("kind = 'CODE' and state = 'UNKNOWN'")).isEqualTo(1);

    household.sweptAfter(QUARTER);
    assertThat(household.attempts("kind = 'CODE' and state = 'ACCEPTED'")).isEqualTo(1);
    provider.becomes(text.sid(), "delivered", null);
    household.sweptAfter(Duration.ofHours(13));
    household.forget();
    assertThat(provider.deleted()).contains(text.sid());
    assertThat(provider.posts().stream().filter(post -> post.body().equals(text.body())))
        .hasSize(1);
  }

  @Test
  void anotherTextToTheSameNumberIsNotTakenForIt() {
    Contact phone = Samples.polishPhone(8);
    unknown(phone, new Script.HangUp(false));
    // the list shows the code, which is ours and another attempt's
    household.sweptAfter(QUARTER);
    assertThat(household.rows("state = 'RETRY_WAIT'")).isEqualTo(1);
  }

  @Test
  void aRepeatedMailKeepsTheMessageId() throws MessagingException {
    Contact mail = Samples.mail(9);
    household.resident(mail);
    house.sink().answers(mail.value(), MailScript.CUT_BEFORE_250);
    house.deliver();
    assertThat(household.rows("state = 'UNKNOWN'")).isEqualTo(1);
    household.sweptAfter(QUARTER);
    household.later(Duration.ofMinutes(2));
    house.deliver();

    List<MimeMessage> mails = house.sink().receivedFor(mail.value());
    assertThat(mails).hasSize(3); // code, confirmation, and the same again
    assertThat(mails.get(2).getMessageID()).isEqualTo(mails.get(1).getMessageID());
    assertThat(mails.get(2).getMessageID()).isNotEqualTo(mails.get(0).getMessageID());
    assertThat(household.rows("state = 'ACCEPTED'")).isEqualTo(1);
  }
}
