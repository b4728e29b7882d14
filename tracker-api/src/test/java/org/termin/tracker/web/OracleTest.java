package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.testkit.Figures;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import org.termin.tracker.http.Requests;

/** Nobody learns from the door whether a contact or a code is, or ever was, somebody's. */
class OracleTest {
  private static final String CURRENT = "/api/v1/registrations/current";

  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  @Test
  void signingUpAnswersTheSameToKnownAndUnknownContacts() {
    String known = "+48512345901";
    known(known);
    Set<String> answers =
        List.of(known, "+48512345902", known, "+48512345903").stream()
            .map(
                phone ->
                    door.post("/api/v1/registrations", Door.json(Requests.registration(phone))))
            .map(Whole::of)
            .collect(Collectors.toSet());
    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next()).startsWith("201");
  }

  @Test
  void thePagesAnswerTheSameToKnownAndUnknownContacts() {
    known("+48512345911");
    Browser one = JourneyTest.signUp(door, "+48512345911");
    Browser other = JourneyTest.signUp(door, "+48512345912");
    assertThat(Whole.of(one.at)).isEqualTo(Whole.of(other.at));
    assertThat(shown(one)).isEqualTo(shown(other));
  }

  @Test
  void enteringAnswersTheSameToErasedAndUnknownCodesAndNonsense() {
    List<String> answers = new ArrayList<>();
    List<String> pages = new ArrayList<>();
    for (String typed :
        List.of(erased(), ReceiptCode.random().display(), "abc", "", "U".repeat(24))) {
      Browser browser = new Browser(door).go("/be/enter");
      browser.submit("/be/enter", Map.of("receipt", typed));
      assertThat(browser.status()).isEqualTo(303);
      answers.add(Whole.of(browser.at));
      pages.add(Whole.of(browser.follow().at));
    }
    assertThat(answers).containsOnly(answers.getFirst());
    assertThat(pages).containsOnly(pages.getFirst());
  }

  @Test
  void theTimesOfAnswersAreMeasured() {
    String erased = erased();
    known("+48512345921");
    List<Runnable> kinds =
        List.of(
            () -> look(erased),
            () -> look(ReceiptCode.random().display()),
            () -> signUp("+48512345921"),
            () -> signUp("+48512346%03d".formatted(Math.floorMod(System.nanoTime(), 1_000L))));
    int rounds = Figures.size("timing", 100, 1_000);
    double[][] millis = new double[kinds.size()][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int kind = 0; kind < kinds.size(); kind++) {
        long begin = System.nanoTime();
        kinds.get(kind).run();
        millis[kind][round] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Figures.record(
        "S11",
        "Times of answers, interleaved; measured, not promised",
        0,
        "mvn -Preliability -pl tracker-api -am verify -Dtest=OracleTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        "%,d each: receipt code %s erased, %s unknown; sign-up %s known, %s unknown contact"
            .formatted(
                rounds, spread(millis[0]), spread(millis[1]), spread(millis[2]), spread(millis[3])),
        true);
    assertThat(millis[0]).hasSize(rounds);
  }

  private static String spread(double[] millis) {
    Arrays.sort(millis);
    return String.format(
        Locale.ROOT,
        "median %.1f ms (middle half %.1f–%.1f)",
        millis[millis.length / 2],
        millis[millis.length / 4],
        millis[millis.length * 3 / 4]);
  }

  private void look(String receipt) {
    assertThat(door.get(CURRENT, "Authorization", "Receipt " + receipt).statusCode())
        .isEqualTo(401);
  }

  private String signUp(String phone) {
    HttpResponse<String> created =
        door.post("/api/v1/registrations", Door.json(Requests.registration(phone)));
    assertThat(created.statusCode()).isEqualTo(201);
    return Door.json(created).get("receiptCode").asString();
  }

  private String known(String phone) {
    String receipt = signUp(phone);
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> door.get(CURRENT, "Authorization", "Receipt " + receipt).statusCode() == 200);
    assertThat(standIn.seen).isNotEmpty();
    return receipt;
  }

  private String erased() {
    String receipt = known("+48512345931");
    var gone = door.send("DELETE", CURRENT, null, "Authorization", "Receipt " + receipt);
    assertThat(gone.statusCode()).isEqualTo(200);
    return receipt;
  }

  private static String shown(Browser browser) {
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> browser.go("/be/code").text().contains("/be/code/again"));
    // the page masks the contact that was typed in this session, so its last digits differ
    return Whole.of(browser.at).replaceAll("…\\d+", "…");
  }
}
