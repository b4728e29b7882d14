package org.termin.tracker.session;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.termin.contract.sealed.ReceiptCode;

/** Issues, reads and clears the one cookie; idle ten minutes, one hour at most. */
@Component
public class Sessions {
  /** The cookie's name; its prefix makes browsers insist on Secure, our host and the root path. */
  public static final String COOKIE = "__Host-termin";

  /** A session nobody used for so long is over. */
  public static final int IDLE_MINUTES = 10;

  /** No session lasts longer. */
  public static final int ABSOLUTE_MINUTES = 60;

  /** So long a new code can be shown. */
  public static final int SIGN_UP_MINUTES = 30;

  private final SessionKeys keys;
  private final Clock clock;

  Sessions(SessionKeys keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  /** The living session of this request, visitor's or person's. */
  public Optional<Session> read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return Optional.empty();
    }
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(COOKIE)) {
        return keys.open(cookie.getValue()).filter(this::alive).map(this::withoutOldCode);
      }
    }
    return Optional.empty();
  }

  private boolean alive(Session session) {
    long now = minute();
    return now - session.seenMinute() < IDLE_MINUTES
        && now - session.issuedMinute() < ABSOLUTE_MINUTES;
  }

  private Session withoutOldCode(Session session) {
    boolean old = minute() - session.issuedMinute() >= SIGN_UP_MINUTES;
    return old ? session.writtenDown() : session;
  }

  /** A session for forms before anybody is known. */
  public Session visitor() {
    return Session.visitor(minute(), FormSecret.random());
  }

  /** A session for the owner of a receipt code. */
  public Session person(UUID registration, Access access) {
    return new Session(minute(), minute(), registration, access, FormSecret.random(), null);
  }

  /** A session that shows the code until it is written down. */
  public Session newcomer(UUID registration, ReceiptCode code) {
    return new Session(
        minute(), minute(), registration, Access.of(code), FormSecret.random(), code);
  }

  /** Puts the session, seen now, into the answer. */
  public void issue(HttpServletResponse response, Session session) {
    response.addHeader(
        HttpHeaders.SET_COOKIE, cookie(keys.seal(session.seen(minute()))).build().toString());
  }

  /** Forgets the session in this browser, with everything else it kept of us. */
  public void clear(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
    response.setHeader("Clear-Site-Data", "\"cache\", \"cookies\", \"storage\"");
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(COOKIE, value)
        .secure(true)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/");
  }

  private long minute() {
    return clock.instant().getEpochSecond() / 60;
  }
}
