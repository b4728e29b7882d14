package org.termin.notifier.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.termin.contract.words.Contact;
import org.termin.guidance.ladder.StageNumber;
import org.termin.notifier.House;
import org.termin.notifier.delivery.Row;
import org.termin.notifier.delivery.Rows;
import org.termin.testkit.Samples;
import org.termin.testkit.sms.FakeSmsProvider;
import org.termin.testkit.sms.SentText;

@Timeout(value = 4, unit = TimeUnit.MINUTES)
class SilenceTest {

  private static Household household;
  private static Household unreachable;

  @BeforeAll
  static void open() {
    household = new Household(Map.of());
    unreachable = new Household(Map.of(House.WITHOUT_CALLBACKS, "true"));
  }

  @AfterAll
  static void close() {
    household.close();
    unreachable.close();
  }

  @BeforeEach
  void empty() {
    household.empty();
    unreachable.empty();
  }

  private static SentText lastTo(Household in, Contact phone) {
    return in.house.provider().messagesTo(phone.value()).getLast();
  }

  @Test
  void withoutAnAddressForReceiptsTheProviderIsAskedAfterTwelveHours() {
    Contact phone = Samples.polishPhone(1);
    unreachable.resident(phone);
    unreachable.house.deliver();
    FakeSmsProvider provider = unreachable.house.provider();
    provider.becomes(lastTo(unreachable, phone).sid(), "delivered", null);

    unreachable.sweptAfter(Duration.ofHours(7));
    assertThat(provider.questions()).isZero();
    assertThat(unreachable.states()).contains("ACCEPTED");
    unreachable.sweptAfter(Duration.ofHours(6));
    assertThat(unreachable.rows("state = 'DELIVERED'")).isEqualTo(1);
    unreachable.forget();
    assertThat(provider.deleted()).hasSize(1);
  }

  @Test
  void afterThreeDaysOfSilenceItCountsAsToldAndItsCopyIsDeletedAsSoonAsItIsFinal() {
    Contact phone = Samples.polishPhone(2);
    household.resident(phone);
    household.house.deliver();
    FakeSmsProvider provider = household.house.provider();
    String sid = lastTo(household, phone).sid();
    for (int hours = 0; hours < 80; hours += 8) {
      household.sweptAfter(Duration.ofHours(8));
      household.forget();
    }
    assertThat(household.rows("state = 'NO_RECEIPT'")).isEqualTo(1);
    // still on its way there: the provider refuses, and is asked again
    assertThat(provider.deleted()).doesNotContain(sid);
    provider.becomes(sid, "sent", null);
    household.later(Duration.ofHours(2));
    household.forget();
    assertThat(provider.deleted()).doesNotContain(sid);
    provider.becomes(sid, "delivered", null);
    household.later(Duration.ofHours(2));
    household.forget();
    assertThat(provider.deleted()).contains(sid);
    assertThat(household.attempts("provider_ref = '" + sid + "'")).isZero();
  }

  @Test
  void aPollThatFindsAFailureTriesTheOtherContact() {
    Contact phone = Samples.polishPhone(3);
    Contact mail = Samples.mail(3);
    unreachable.resident(phone, mail);
    unreachable.house.deliver();
    unreachable.house.provider().becomes(lastTo(unreachable, phone).sid(), "undelivered", 30003);
    unreachable.sweptAfter(Duration.ofHours(7));
    unreachable.sweptAfter(Duration.ofHours(6));
    unreachable.later(Duration.ofMinutes(1));
    unreachable.house.deliver();
    assertThat(unreachable.house.sink().receivedFor(mail.value())).hasSize(2);
  }

  /** Jumps to the last call, which is sent by text; how many mails had come before. */
  private static int lastCall(Household in, Contact phone, Contact mail) {
    in.resident(phone, mail);
    in.house.deliver();
    Row last =
        in.house.get(Rows.class).rows(in.reminders()).stream()
            .filter(row -> row.ref().stage() == StageNumber.LAST_CALL)
            .findFirst()
            .orElseThrow();
    in.house.store().freezeClock(last.dueAt().plusSeconds(60));
    int mails = in.house.sink().receivedFor(mail.value()).size();
    in.house.deliver();
    // a Sunday or a holiday puts it off
    for (int hour = 0; hour < 72 && in.rows(sent(last)) == 0; hour++) {
      in.house.liveUntil(in.house.store().now().plus(Duration.ofHours(1)));
    }
    assertThat(in.rows(sent(last))).isEqualTo(1);
    assertThat(in.house.sink().receivedFor(mail.value())).hasSize(mails);
    return mails;
  }

  private static String sent(Row row) {
    return "id = '" + row.id() + "' and state = 'ACCEPTED'";
  }

  /** So many texts of today, of which so many have a receipt. */
  private static void receipts(Household in, int sent, int received) {
    for (int i = 0; i < sent; i++) {
      UUID id = UUID.randomUUID();
      in.house
          .db()
          .sql(
              """
              insert into ledger.attempt (id, kind, sealed, channel, state, wake_at)
              values (?, 'SAMPLE', ''::bytea, 'SMS', 'ACCEPTED', 'infinity')
              """)
          .param(id)
          .update();
      if (i < received) {
        in.house
            .db()
            .sql("insert into ledger.receipt (attempt, provider_status) values (?, 'delivered')")
            .param(id)
            .update();
      }
    }
  }

  private int mailsAfterSixHours(Household in, int sent, int received) {
    Contact phone = Samples.polishPhone(4);
    Contact mail = Samples.mail(4);
    int before = lastCall(in, phone, mail);
    receipts(in, sent, received);
    in.sweptAfter(Duration.ofHours(5));
    assertThat(in.rows("state = 'RETRY_WAIT' and wake_at < app.now() + interval '1 minute'"))
        .isZero();
    in.sweptAfter(Duration.ofMinutes(70));
    // at night it waits for the morning
    in.house.liveUntil(in.house.store().now().plus(Duration.ofHours(17)));
    // and over a Sunday or a holiday for the day after
    for (int hour = 0; hour < 72 && in.rows("state = 'RETRY_WAIT'") > 0; hour++) {
      in.house.liveUntil(in.house.store().now().plus(Duration.ofHours(1)));
    }
    return in.house.sink().receivedFor(mail.value()).size() - before;
  }

  @Test
  void aLastCallGoesToTheOtherContactAfterSixSilentHours() {
    assertThat(mailsAfterSixHours(household, 20, 12)).isEqualTo(1);
    // once: the next looks find nobody else
    household.sweptAfter(Duration.ofHours(7));
    household.later(Duration.ofMinutes(5));
    int texts = household.house.provider().posts().size();
    household.house.deliver();
    household.sweptAfter(Duration.ofHours(7));
    assertThat(household.house.provider().posts()).hasSize(texts);
  }

  @Test
  void silenceMeansNothingWhereReceiptsSeldomCome() {
    assertThat(mailsAfterSixHours(household, 30, 10)).isZero();
  }

  @Test
  void silenceMeansNothingWhereFewTextsWereSent() {
    assertThat(mailsAfterSixHours(household, 12, 12)).isZero();
  }

  @Test
  void silenceMeansNothingWhereNoReceiptCanArrive() {
    assertThat(mailsAfterSixHours(unreachable, 40, 40)).isZero();
  }
}
