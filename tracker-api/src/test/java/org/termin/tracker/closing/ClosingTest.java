package org.termin.tracker.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.termin.tracker.Door;
import org.termin.tracker.http.Requests;

/** The door says that the service ends, takes in nobody new, and afterwards knows nobody. */
class ClosingTest {
  private static Door door;

  @BeforeAll
  static void open() {
    door = Door.with();
  }

  @AfterAll
  static void close() {
    door.context.close();
  }

  @BeforeEach
  void goesOn() {
    door.store.asAdmin("delete from app.closing");
    await().until(() -> !home("en").contains("class=\"closing\""));
  }

  private static String home(String language) {
    return door.get("/" + language).body();
  }

  private void closing(boolean ended) {
    door.store.asAdmin(
        "insert into app.closing (until, ended) values ('2026-12-03', " + ended + ")");
    await().until(() -> home("en").contains("class=\"closing\""));
  }

  private static HttpResponse<String> signUp() {
    return door.post("/api/v1/registrations", Door.json(Requests.registration("+48512345678")));
  }

  @Test
  void everyPageSaysTheLastDayInItsLanguage() {
    closing(false);
    assertThat(home("en")).contains("Termin closes on 03.12.2026 (Thu)");
    assertThat(home("ru")).contains("Termin закрывается 03.12.2026 (чт)");
    assertThat(home("be")).contains("Termin зачыняецца 03.12.2026 (чц)");
    assertThat(home("pl")).contains("Termin kończy działanie 03.12.2026 (czw.)");
    assertThat(home("lt")).contains("Termin baigia darbą 03.12.2026 (kt)");
  }

  @Test
  void nobodyNewIsTakenInWhilePlansCanStillBeMade() {
    closing(false);
    long before = door.inbox();
    HttpResponse<String> refused = signUp();
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(Door.json(refused).get("type").asString()).endsWith("/closing");
    for (String spelling : List.of("/api/v1/registrations;x", "/api/v1/%72egistrations")) {
      assertThat(door.post(spelling, Door.json(Requests.registration("+48512345678"))).statusCode())
          .as(spelling)
          .isEqualTo(503);
    }
    var page = door.form("/be/start/contact", Map.of());
    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body()).contains("Зарэгістравацца ўжо нельга");
    for (String register : List.of("/pl/start/register", "/lt/start/register", "/en/alerts")) {
      assertThat(door.form(register, Map.of()).statusCode()).as(register).isEqualTo(503);
    }
    assertThat(door.inbox()).isEqualTo(before);
    assertThat(door.post("/api/v1/plans", Door.json(Requests.household())).statusCode())
        .isEqualTo(200);
    assertThat(door.get("/en/enter").statusCode()).isEqualTo(200);
  }

  @Test
  void onceItHasEndedOnlyPublicPagesAreLeft() {
    closing(true);
    for (String path :
        List.of("/en/enter", "/en/me", "/en/alerts", "/api/v1/registrations/current")) {
      assertThat(door.get(path, "Accept", "text/html").statusCode()).as(path).isEqualTo(410);
    }
    assertThat(signUp().statusCode()).isEqualTo(410);
    assertThat(home("en")).contains("Nothing about anybody is stored any more");
    for (String path :
        List.of(
            "/en/privacy",
            "/en/real",
            "/en/how",
            "/en/guide",
            "/en/guide/pl",
            "/en/help/pl",
            "/en/status",
            "/en/waves",
            "/en/waves/pl",
            "/en/waves/pl/brief",
            "/style.css",
            "/api/v1/countries",
            "/en/start",
            "/pl",
            "/lt/real",
            "/lt/start",
            "/problems/ended")) {
      assertThat(door.get(path).statusCode()).as(path).isEqualTo(200);
    }
    assertThat(door.get("/pl/guide/pl").statusCode()).isEqualTo(302);
    assertThat(door.get("/lt/me", "Accept", "text/html").statusCode()).isEqualTo(410);
  }

  @Test
  void aStoreThatDoesNotAnswerChangesNothing() {
    door.store.asAdmin("revoke select on app.closing from tracker");
    try {
      // longer than what was seen before is believed
      await()
          .during(Duration.ofSeconds(6))
          .atMost(Duration.ofSeconds(20))
          .until(() -> signUp().statusCode() == 201);
    } finally {
      door.store.asAdmin("grant select on app.closing to tracker");
    }
  }
}
