package org.termin.tracker.organiser;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.termin.contract.organiser.Secret;

/**
 * The sessions of organisers, in this process only: the cookie is a random name for one, found by
 * its hash. A restart forgets everybody.
 */
@Component
class Seats {
  /** Not the residents' cookie: one browser can hold both, and neither opens the other's pages. */
  static final String COOKIE = "__Host-termin-o";

  /** Whoever only knocks can crowd out others who knock, never somebody who is in. */
  private static final int MOST_OUTSIDE = 10_000;

  private final Clock clock;
  private final Map<String, Seat.Known> inside = new ConcurrentHashMap<>();
  private final Cache<String, Seat> outside =
      Caffeine.newBuilder().maximumSize(MOST_OUTSIDE).executor(Runnable::run).build();

  Seats(Clock clock) {
    this.clock = clock;
  }

  /** The living seat of this request. */
  Optional<Seat> of(HttpServletRequest request) {
    String name = name(request);
    if (name == null) {
      return Optional.empty();
    }
    Seat known = inside.get(name);
    Seat seat = known == null ? outside.getIfPresent(name) : known;
    if (seat == null) {
      return Optional.empty();
    }
    if (!seat.holds(clock.instant())) {
      forget(name);
      return Optional.empty();
    }
    return Optional.of(seat);
  }

  /** Somebody who is in did something: the idle time starts again. */
  void renew(HttpServletRequest request) {
    String name = name(request);
    if (name != null) {
      inside.computeIfPresent(name, (_, seat) -> seat.seen(clock.instant()));
    }
  }

  /** A seat for forms before anybody is known. */
  void visit(HttpServletResponse response, String form) {
    outside.put(issue(response), new Seat.Visitor(form, clock.instant()));
  }

  /** The same cookie, another state. */
  void ask(HttpServletRequest request, Seat asked) {
    String name = name(request);
    if (name != null && inside.get(name) == null) {
      outside.put(name, asked);
    }
  }

  /** Whether this answer is the one that counts: whoever fails is asked anew. */
  boolean answers(HttpServletRequest request, Seat asked) {
    String name = name(request);
    return name != null
        && outside.asMap().replace(name, asked, new Seat.Visitor(asked.form(), clock.instant()));
  }

  /** Lets somebody in under a new cookie; the one from before opens nothing. */
  void welcome(HttpServletRequest request, HttpServletResponse response, UUID handle) {
    leave(request);
    Instant now = clock.instant();
    inside.values().removeIf(seat -> !seat.holds(now));
    inside.put(issue(response), new Seat.Known(Secret.random().token(), now, now, handle));
  }

  /** Ends the seat of this request. */
  void leave(HttpServletRequest request) {
    String name = name(request);
    if (name != null) {
      forget(name);
    }
  }

  /** Ends every seat of an organiser, and takes the cookie of none: each finds out by itself. */
  void leave(UUID handle) {
    inside.values().removeIf(seat -> seat.handle().equals(handle));
  }

  /** Makes the browser forget the cookie too. */
  void clear(HttpServletResponse response) {
    response.addHeader(HttpHeaders.SET_COOKIE, cookie("").maxAge(0).build().toString());
  }

  Instant now() {
    return clock.instant();
  }

  private void forget(String name) {
    inside.remove(name);
    outside.invalidate(name);
  }

  private static String issue(HttpServletResponse response) {
    Secret secret = Secret.random();
    response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret.token()).build().toString());
    return secret.hashText();
  }

  private static @Nullable String name(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies != null) {
      for (Cookie cookie : cookies) {
        if (cookie.getName().equals(COOKIE)) {
          return new Secret(cookie.getValue()).hashText();
        }
      }
    }
    return null;
  }

  private static ResponseCookie.ResponseCookieBuilder cookie(String value) {
    return ResponseCookie.from(COOKIE, value)
        .secure(true)
        .httpOnly(true)
        .sameSite("Strict")
        .path("/");
  }
}
