package org.termin.tracker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
    if (limits.allows(sort(request), address(request))) {
      chain.doFilter(request, response);
    } else {
      refusals.write(request, response, ProblemKind.TOO_MANY_REQUESTS);
    }
  }

  private static Limits.Sort sort(HttpServletRequest request) {
    String path = request.getRequestURI();
    if (path.startsWith("/callbacks/")) {
      return Limits.Sort.CALLBACK;
    }
    if (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) {
      return Limits.Sort.READ;
    }
    if (path.equals("/api/v1/registrations") || path.endsWith("/register")) {
      return Limits.Sort.REGISTER;
    }
    boolean plan = path.equals("/api/v1/plans") || path.contains("/start");
    return plan ? Limits.Sort.PLAN : Limits.Sort.CHANGE;
  }

  /** Behind our own proxy the last hop it named; otherwise whoever is connected. */
  private String address(HttpServletRequest request) {
    String hops = forwarded ? request.getHeader("X-Forwarded-For") : null;
    if (hops == null) {
      return request.getRemoteAddr();
    }
    return hops.substring(hops.lastIndexOf(',') + 1).strip();
  }
}
