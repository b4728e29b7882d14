package org.termin.tracker.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Callback;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;

class CallbackTest {
  private static final String BASE = "/callbacks/" + Door.SECRET;
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  private List<Callback> sealed(String mark) {
    return standIn.seen.stream()
        .filter(Callback.class::isInstance)
        .map(Callback.class::cast)
        .filter(one -> one.body().contains(mark))
        .toList();
  }

  private static String[] form(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "Content-Type";
    all[1] = "application/x-www-form-urlencoded";
    System.arraycopy(more, 0, all, 2, more.length);
    return all;
  }

  @Test
  void sealsAddressSignatureAndBodyExactlyAsTheyCame() {
    String body = "MessageSid=SMcb1&MessageStatus=delivered&To=%2B48512300001&Body=a+%D0%B1%20c";
    var response =
        door.send(
            "POST",
            BASE + "/sms/status?d=abc%2Fd-_e&x=%20",
            body,
            form("X-Twilio-Signature", "c2lnbmF0dXJl="));
    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    await().atMost(Duration.ofSeconds(90)).until(() -> !sealed("SMcb1").isEmpty());
    assertThat(sealed("SMcb1"))
        .containsExactly(
            new Callback(
                Door.CALLBACK_URL + BASE + "/sms/status?d=abc%2Fd-_e&x=%20",
                "c2lnbmF0dXJl=",
                body));
  }

  @Test
  void takesRepliesAndAnswersNothing() {
    var response = door.send("POST", BASE + "/sms/reply", "Body=2&From=%2Bcb2", form());
    assertThat(response.statusCode()).isEqualTo(204);
    await().atMost(Duration.ofSeconds(90)).until(() -> !sealed("cb2").isEmpty());
  }

  @Test
  void knowsNothingBehindAWrongSecret() {
    for (String path : List.of("/callbacks/guess/sms/status", "/callbacks/guess/sms/reply")) {
      assertThat(door.send("POST", path, "Body=cb3", form()).statusCode()).isEqualTo(404);
    }
    assertThat(door.get("/callbacks/guess/mail/unsubscribe?t=x").statusCode()).isEqualTo(404);
    assertThat(sealed("cb3")).isEmpty();
  }

  @Test
  void refusesBodiesAProviderWouldNotSend() {
    var large = door.send("POST", BASE + "/sms/reply", "Body=cb4" + "x".repeat(2_493), form());
    assertThat(large.statusCode()).isEqualTo(413);
    var strange =
        door.send("POST", BASE + "/sms/reply", "Body=cb5" + "\u0001".repeat(2_400), form());
    assertThat(strange.statusCode()).isEqualTo(413);
    assertThat(sealed("cb4")).isEmpty();
    assertThat(sealed("cb5")).isEmpty();
  }

  @Test
  void takesTheLongestBodyItPromises() {
    String body = "Body=cb6" + "x".repeat(2_492);
    assertThat(door.send("POST", BASE + "/sms/reply", body, form()).statusCode()).isEqualTo(204);
  }

  @Test
  void asksBeforeItUnsubscribesAnybody() {
    var page =
        door.get(
            BASE + "/mail/unsubscribe?t=token-get", "Accept", "text/html", "Accept-Language", "be");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("<button").doesNotContain("token-get");
    var oneClick =
        door.send(
            "POST", BASE + "/mail/unsubscribe?t=token-post", "List-Unsubscribe=One-Click", form());
    assertThat(oneClick.statusCode()).isEqualTo(204);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> standIn.seen.contains(new Unsubscribe("token-post")));
    assertThat(standIn.seen).doesNotContain(new Unsubscribe("token-get"));
  }

  @Test
  void showsAPageWhenTheButtonWasPressedInABrowser() {
    var pressed =
        door.send(
            "POST", BASE + "/mail/unsubscribe?t=token-button", "", form("Accept", "text/html"));
    assertThat(pressed.statusCode()).isEqualTo(200);
    assertThat(pressed.body()).doesNotContain("<button>Stop");
  }
}
