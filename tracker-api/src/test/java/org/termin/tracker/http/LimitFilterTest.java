package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.termin.tracker.Door;

class LimitFilterTest {
  private static final String BODY = Door.json(Requests.household());
  private static final Door BEHIND_A_PROXY =
      Door.with("--termin.limits.plans=1", "--termin.limits.forwarded=true");

  @AfterAll
  static void close() {
    BEHIND_A_PROXY.context.close();
  }

  @Test
  void theAddressTheProxyAppendedCountsAndNoneTheCallerWroteBefore() {
    assertThat(plan("203.0.113.5")).isEqualTo(200);
    assertThat(plan("203.0.113.5")).isEqualTo(429);
    assertThat(plan("198.51.100.1, 203.0.113.5")).isEqualTo(429);
    assertThat(plan("198.51.100.2", "203.0.113.5")).isEqualTo(429);
    assertThat(plan("198.51.100.3, 198.51.100.4", "198.51.100.5,203.0.113.5")).isEqualTo(429);
    assertThat(plan("203.0.113.5", "203.0.113.6")).isEqualTo(200);
  }

  @Test
  void whatIsNoAddressIsCountedAsTheProxyItself() {
    assertThat(plan("unknown")).isEqualTo(200);
    assertThat(plan("somebody.example")).isEqualTo(429);
    assertThat(plan("203.0.113.7, ")).isEqualTo(429);
    assertThat(plan()).isEqualTo(429);
  }

  @Test
  void anotherSpellingOfAPathHasTheSameAllowance() {
    String[] caller = {"X-Forwarded-For", "203.0.113.9"};
    assertThat(BEHIND_A_PROXY.post("/api/v1/%70lans", BODY, caller).statusCode()).isEqualTo(200);
    assertThat(BEHIND_A_PROXY.post("/api/v1/plans;a=b", BODY, caller).statusCode()).isEqualTo(429);
    assertThat(BEHIND_A_PROXY.post("/api/v1/plans", BODY, caller).statusCode()).isEqualTo(429);
  }

  @Test
  void withoutAProxyTheConnectionCountsWhateverThePlatform() {
    Door door = Door.with("--termin.limits.plans=1", "--spring.main.cloud-platform=kubernetes");
    assertThat(plan(door, "203.0.113.1")).isEqualTo(200);
    assertThat(plan(door, "203.0.113.2")).isEqualTo(429);
    door.context.close();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /callbacks/secret/sms/status, CALLBACK",
    "POST, /%63allbacks/secret/sms/status, CALLBACK",
    "POST, /callbacks;a=b/secret/sms/status, CALLBACK",
    "GET, /api/v1/countries, READ",
    "HEAD, /api/v1/registrations, READ",
    "POST, /api/v1/registrations, REGISTER",
    "POST, /api/v1/%72egistrations, REGISTER",
    "POST, /api/v1/registrations;a=b, REGISTER",
    "POST, /be/start/register, REGISTER",
    "POST, /pl/start/register, REGISTER",
    "POST, /lt/alerts, REGISTER",
    "GET, /lt/alerts, READ",
    "POST, /lt/start/plan, PLAN",
    "POST, /b%65/start/regist%65r;a, REGISTER",
    "POST, /api/v1/plans, PLAN",
    "POST, /be/start/documents, PLAN",
    "POST, /be/%73tart/contact, PLAN",
    "POST, /api/v1/registrations/current/actions, CHANGE",
    // no route answers to these
    "POST, /api//v1/registrations, CHANGE",
    "POST, /x/start/register, CHANGE"
  })
  void aPathIsReadAsTheDispatcherReadsIt(String method, String path, Sort sort) {
    assertThat(Sort.of(new MockHttpServletRequest(method, path))).isEqualTo(sort);
  }

  @Test
  void aPathWithTwoSlashesLeadsNowhere() {
    assertThat(Door.shared().post("/api//v1/plans", BODY).statusCode()).isEqualTo(404);
  }

  private static int plan(String... forwarded) {
    return plan(BEHIND_A_PROXY, forwarded);
  }

  /** Asks for a plan with one line of the header for each of these. */
  private static int plan(Door door, String... forwarded) {
    String[] headers = new String[forwarded.length * 2];
    for (int i = 0; i < forwarded.length; i++) {
      headers[i * 2] = "X-Forwarded-For";
      headers[i * 2 + 1] = forwarded[i];
    }
    return door.post("/api/v1/plans", BODY, headers).statusCode();
  }
}
