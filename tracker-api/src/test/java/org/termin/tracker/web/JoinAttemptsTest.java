package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.CommunityChange;
import org.termin.contract.words.JoinCode;
import org.termin.database.Role;
import org.termin.testkit.Figures;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import org.termin.tracker.http.Requests;

/** Whoever tries codes learns nothing: not which community there is, nor who is in it. */
class JoinAttemptsTest {
  private static final String CURRENT = "/api/v1/registrations/current";
  private static final String OPEN = "JOIN-OPEN-1";
  private static final String CLOSED = "JOIN-SHUT-1";
  private static final int PEOPLE = 6;
  private static final int WAYS = 3;

  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  /** What is tried in turn; null says nothing about a community. */
  private enum Attempt {
    EXISTING(OPEN, false),
    CLOSED_ONE(CLOSED, false),
    INVENTED("JOIN-NONE-1", false),
    LEAVING(null, true),
    SILENT(null, false);

    private final @Nullable String code;
    private final boolean leaves;

    Attempt(@Nullable String code, boolean leaves) {
      this.code = code;
      this.leaves = leaves;
    }

    Map<String, String> typed() {
      Map<String, String> fields = new HashMap<>();
      fields.put("join", code == null ? "" : code);
      if (leaves) {
        fields.put("leave", "on");
      }
      return fields;
    }

    Map<String, Object> said() {
      Map<String, Object> community = new HashMap<>();
      community.put("join", code);
      community.put("leave", leaves);
      return this == SILENT ? Map.of() : Map.of("community", community);
    }
  }

  private void communities() {
    var notifier = door.store.jdbc(Role.NOTIFIER);
    for (String code : List.of(OPEN, CLOSED)) {
      notifier
          .sql("insert into organiser.community (id, join_code) values (?, ?)")
          .params(UUID.randomUUID(), code)
          .update();
    }
    notifier.sql("select organiser.close(?)").param(CLOSED).query((_, _) -> 0).list();
  }

  @Test
  void theBytesOfEveryAttemptAreTheSame() throws Exception {
    communities();
    int each = Figures.size("joining", 360, 10_000) / PEOPLE / WAYS + 1;
    Map<String, Set<String>> answers = new LinkedHashMap<>();
    for (String way : List.of("sign-up", "interface", "page", "own page after it", "change page")) {
      answers.put(way, new ConcurrentSkipListSet<>());
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(PEOPLE)) {
      List<Future<?>> running = new ArrayList<>();
      for (int person = 0; person < PEOPLE; person++) {
        String phone = "+4851299%04d".formatted(person);
        running.add(threads.submit(() -> tries(phone, each, answers)));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    int attempts = PEOPLE * each * WAYS;
    Figures.record(
        "S18",
        "Attempts to join with existing, closed and invented codes, to leave, and none",
        0,
        "mvn -Preliability -pl tracker-api -am verify -Dtest=JoinAttemptsTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false",
        "%,d attempts by sign-up, interface and page: different answers %s"
            .formatted(attempts, answers.values().stream().map(Set::size).toList()),
        answers.values().stream().allMatch(seen -> seen.size() == 1));
    answers.forEach((way, seen) -> assertThat(seen).as(way).hasSize(1));
    assertThat(new TreeSet<>(wishes()))
        .as("what the notifier was told, sealed")
        .containsExactly("JOIN-NONE-1", OPEN, CLOSED, "keep", "none");
  }

  /** What came to the notifier in changes: the attempts differed where nobody else can see. */
  private List<String> wishes() {
    return standIn.seen.stream()
        .filter(Change.class::isInstance)
        .map(one -> ((Change) one).community())
        .filter(
            one ->
                !(one instanceof CommunityChange.Join(JoinCode code))
                    || code.value().startsWith("JOIN-"))
        .map(CommunityChange::wire)
        .toList();
  }

  private void tries(String phone, int each, Map<String, Set<String>> answers) {
    String receipt = active(phone);
    Browser browser = new Browser(door).go("/be/enter");
    browser.submit("/be/enter", Map.of("receipt", receipt));
    for (int number = 0; number < each; number++) {
      Attempt attempt = Attempt.values()[number % Attempt.values().length];
      answers.get("sign-up").add(Whole.of(signUp(attempt, phone)));
      answers.get("interface").add(Whole.of(change(attempt, receipt)));
      answers.get("change page").add(still(browser.go("/be/me/change")));
      browser.submit("/be/me/change", attempt.typed());
      answers.get("page").add(Whole.of(browser.at));
      answers.get("own page after it").add(still(browser.follow()));
    }
  }

  private HttpResponse<String> signUp(Attempt attempt, String phone) {
    Map<String, Object> whole = Requests.registration(phone);
    whole.put("consents", Map.of("reminders", true, "waves", true));
    if (attempt.code != null) {
      whole.put("community", attempt.code);
    }
    return door.post("/api/v1/registrations", Door.json(whole));
  }

  private HttpResponse<String> change(Attempt attempt, String receipt) {
    return door.send(
        "PUT",
        CURRENT,
        Door.json(attempt.said()),
        "Content-Type",
        "application/json",
        "Authorization",
        "Receipt " + receipt);
  }

  private String active(String phone) {
    var created = Door.json(signUp(Attempt.SILENT, phone));
    String receipt = created.get("receiptCode").asString();
    await()
        .atMost(Duration.ofSeconds(90))
        .until(() -> door.get(CURRENT, "Authorization", "Receipt " + receipt).statusCode() == 200);
    var confirmed =
        door.post(
            "/api/v1/registrations/" + created.get("id").asString() + "/confirmations",
            Door.json(Map.of("slot", 0, "code", StandIn.CODE)),
            "Authorization",
            "Receipt " + receipt);
    assertThat(confirmed.statusCode()).as(confirmed.body()).isEqualTo(200);
    return receipt;
  }

  /**
   * The page without what differs whether or not anybody joins anything: how many changes there
   * were, the own masked phone, and words offered by lot.
   */
  private static String still(Browser browser) {
    assertThat(browser.status()).isEqualTo(200);
    return Whole.of(browser.at)
        .replaceAll("name=\"version\" value=\"\\d+\"", "version")
        .replaceAll("…\\d+", "…")
        .replaceAll("(?s)<fieldset id=\"codeWord\">.*?</fieldset>", "words");
  }
}
