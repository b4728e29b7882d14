package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import org.termin.contract.words.DocumentState;
import org.termin.notifier.House;
import org.termin.notifier.record.StoreClock;

class SeenTest extends AtThePhone {

  private static void hears(House notifier, InboundReply reply) {
    notifier
        .get(TransactionTemplate.class)
        .executeWithoutResult(
            _ -> notifier.get(Replies.class).handle(reply, notifier.get(StoreClock.class).now()));
    notifier.quiet();
  }

  @Test
  void aRepeatedCallActsNoSecondTimeAfterARestartEither() {
    UUID id = told(phone);
    InboundReply filed = new InboundReply("SM1", phone, "2");
    hears(HOUSE, filed);
    hears(HOUSE, new InboundReply("SM2", phone, "9"));
    int version = version(id);
    try (House restarted = HOUSE.beside()) {
      hears(restarted, filed);
    }
    hears(HOUSE, filed);
    assertThat(state(id)).isInstanceOf(DocumentState.Held.class);
    assertThat(version(id)).isEqualTo(version);
  }

  @Test
  void twoNotifiersThatHearTheSameCallAnswerOnce() throws Exception {
    UUID id = told(phone);
    int before = texts().size();
    try (House other = HOUSE.beside()) {
      CountDownLatch go = new CountDownLatch(1);
      InboundReply stop = new InboundReply("SM3", phone, "3");
      Thread left = Thread.ofPlatform().start(() -> after(go, HOUSE, stop));
      Thread right = Thread.ofPlatform().start(() -> after(go, other, stop));
      go.countDown();
      left.join();
      right.join();
    }
    assertThat(texts()).hasSize(before + 1);
    assertThat(HOUSE.person(id).content().later()).hasSize(1);
  }

  private static void after(CountDownLatch go, House notifier, InboundReply reply) {
    try {
      go.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    hears(notifier, reply);
  }

  @Test
  void whatWasSeenIsForgottenAfterFiveWeeks() {
    told(phone);
    hears(HOUSE, new InboundReply("SM4", phone, "2"));
    HOUSE.store().advance(Duration.ofDays(36));
    HOUSE.get(ReplySweep.class).forget();
    assertThat(rows()).isZero();
  }

  private static int rows() {
    return HOUSE.db().sql("select count(*) from ledger.reply_seen").query(Integer.class).single();
  }
}
