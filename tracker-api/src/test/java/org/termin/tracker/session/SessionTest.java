package org.termin.tracker.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.termin.contract.sealed.ReceiptCode;

class SessionTest {
  private static final class Hand extends Clock {
    private Instant now = Instant.parse("2026-03-29T00:30:00Z");

    void move(Duration by) {
      now = now.plus(by);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private final Hand clock = new Hand();
  private final SessionKeys keys = new SessionKeys(clock);
  private final Sessions sessions = new Sessions(keys, clock);
  private final ReceiptCode code = ReceiptCode.random();
  private final UUID id = UUID.randomUUID();

  private String cookie(Session session) {
    var response = new MockHttpServletResponse();
    sessions.issue(response, session);
    String header = response.getHeader("Set-Cookie");
    assertThat(header)
        .startsWith("__Host-termin=")
        .contains("Path=/")
        .contains("Secure")
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .doesNotContain("Max-Age")
        .doesNotContain("Domain");
    return header.substring("__Host-termin=".length(), header.indexOf(';'));
  }

  private java.util.Optional<Session> read(String cookie) {
    var request = new MockHttpServletRequest();
    request.setCookies(new jakarta.servlet.http.Cookie("__Host-termin", cookie));
    return sessions.read(request);
  }

  @Test
  void givesBackWhatItSealedIn222Characters() {
    String cookie = cookie(sessions.person(id, Access.of(code)));
    assertThat(cookie).hasSize(222);
    Session session = read(cookie).orElseThrow();
    assertThat(session.registration()).isEqualTo(id);
    assertThat(session.access()).isEqualTo(Access.of(code));
    assertThat(session.known()).isTrue();
    assertThat(session.shown()).isEmpty();
    assertThat(Base64.getUrlDecoder().decode(cookie)[0]).isEqualTo((byte) 5);
  }

  @Test
  void makesVisitorsLookLikeAnybodyElse() {
    String cookie = cookie(sessions.visitor());
    assertThat(cookie).hasSize(222);
    assertThat(read(cookie).orElseThrow().known()).isFalse();
  }

  @Test
  void neverSealsTheSameTwice() {
    Session session = sessions.person(id, Access.of(code));
    assertThat(cookie(session)).isNotEqualTo(cookie(session));
  }

  @Test
  void opensNothingThatWasTouched() {
    String cookie = cookie(sessions.person(id, Access.of(code)));
    byte[] bytes = Base64.getUrlDecoder().decode(cookie);
    for (int i = 0; i < bytes.length; i++) {
      byte[] touched = bytes.clone();
      touched[i] ^= 1;
      assertThat(read(Base64.getUrlEncoder().withoutPadding().encodeToString(touched))).isEmpty();
    }
    assertThat(read("")).isEmpty();
    assertThat(read("%%%")).isEmpty();
    assertThat(read("A".repeat(500))).isEmpty();
  }

  @Test
  void opensNothingOfAnotherDoor() {
    String foreign = new SessionKeys(clock).seal(sessions.person(id, Access.of(code)));
    assertThat(keys.open(foreign)).isEmpty();
  }

  @Test
  void endsAfterTenIdleMinutes() {
    String cookie = cookie(sessions.person(id, Access.of(code)));
    clock.move(Duration.ofMinutes(9));
    assertThat(read(cookie)).isPresent();
    clock.move(Duration.ofMinutes(1));
    assertThat(read(cookie)).isEmpty();
  }

  @Test
  void endsAfterAnHourHoweverBusy() {
    String cookie = cookie(sessions.person(id, Access.of(code)));
    for (int i = 0; i < 7; i++) {
      clock.move(Duration.ofMinutes(8));
      cookie = cookie(read(cookie).orElseThrow());
    }
    clock.move(Duration.ofMinutes(4));
    assertThat(read(cookie)).isEmpty();
  }

  @Test
  void outlivesOneChangeOfKeysButNotTwo() {
    clock.move(Duration.ofMinutes(58));
    String cookie = keys.seal(sessions.person(id, Access.of(code)));
    clock.move(Duration.ofMinutes(5));
    assertThat(keys.open(cookie)).isPresent();
    clock.move(Duration.ofMinutes(60));
    assertThat(keys.open(cookie)).isEmpty();
  }

  @Test
  void showsTheCodeUntilItIsWrittenDownAndThirtyMinutesAtMost() {
    String cookie = cookie(sessions.newcomer(id, code));
    assertThat(read(cookie).orElseThrow().shown()).hasValue(code);
    assertThat(read(cookie(read(cookie).orElseThrow().writtenDown())).orElseThrow().shown())
        .isEmpty();
    for (int i = 0; i < 4; i++) {
      clock.move(Duration.ofMinutes(8));
      cookie = cookie(read(cookie).orElseThrow());
    }
    assertThat(read(cookie).orElseThrow().shown()).isEmpty();
    assertThat(cookie).hasSize(222);
  }

  @Test
  void bindsAFormToItsSessionAndRoute() {
    Session one = sessions.person(id, Access.of(code));
    Session other = sessions.person(id, Access.of(code));
    String token = one.forms().token("act");
    assertThat(one.forms().fits("act", token)).isTrue();
    assertThat(one.forms().fits("erase", token)).isFalse();
    assertThat(other.forms().fits("act", token)).isFalse();
    assertThat(one.forms().fits("act", "")).isFalse();
  }

  @Test
  void clearsTheCookieAndWhatTheBrowserKept() {
    var response = new MockHttpServletResponse();
    sessions.clear(response);
    assertThat(response.getHeader("Set-Cookie")).contains("Max-Age=0").contains("Secure");
    assertThat(response.getHeader("Clear-Site-Data")).contains("cookies");
  }

  @Test
  void readsOnlyTheReceiptScheme() {
    assertThat(ReceiptHeader.read("Receipt " + code.display())).hasValue(Access.of(code));
    assertThat(ReceiptHeader.read("receipt " + code.display())).isPresent();
    assertThat(ReceiptHeader.read("Bearer " + code.display())).isEmpty();
    assertThat(ReceiptHeader.read("Receipt")).isEmpty();
    assertThat(ReceiptHeader.read(null)).isEmpty();
  }

  @Test
  void printsNothingOfItself() {
    Session session = sessions.newcomer(id, code);
    assertThat(session + "" + session.access() + session.forms())
        .doesNotContain(id.toString())
        .doesNotContain(code.display())
        .matches("[A-Za-z\\[\\]=, ]+");
  }
}
