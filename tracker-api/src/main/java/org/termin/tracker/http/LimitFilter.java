package org.termin.tracker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.termin.tracker.DoorSettings;

/** Refuses with 429 what comes too fast from one address. */
@Component
@Order(30)
class LimitFilter extends OncePerRequestFilter {
  private final Limits limits;
  private final Refusals refusals;
  private final boolean forwarded;

  LimitFilter(Limits limits, Refusals refusals, DoorSettings settings) {
    this.limits = limits;
    this.refusals = refusals;
    this.forwarded = settings.limits().forwarded();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (limits.allows(Sort.of(request), address(request))) {
      chain.doFilter(request, response);
    } else {
      refusals.write(request, response, ProblemKind.TOO_MANY_REQUESTS);
    }
  }

  /** Behind our own proxy the caller it named; otherwise whoever is connected. */
  private InetAddress address(HttpServletRequest request) {
    InetAddress connected = InetAddress.ofLiteral(request.getRemoteAddr());
    return forwarded ? named(request, connected) : connected;
  }

  /**
   * The last entry of the last line is the one our proxy wrote; all before it came from the caller.
   * What is no address there is no caller's name either.
   */
  private static InetAddress named(HttpServletRequest request, InetAddress connected) {
    List<String> lines = Collections.list(request.getHeaders("X-Forwarded-For"));
    if (lines.isEmpty()) {
      return connected;
    }
    String last = lines.getLast();
    try {
      return InetAddress.ofLiteral(last.substring(last.lastIndexOf(',') + 1).strip());
    } catch (IllegalArgumentException noAddress) {
      return connected;
    }
  }
}
