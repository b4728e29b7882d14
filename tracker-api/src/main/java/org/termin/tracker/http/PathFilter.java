package org.termin.tracker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Refuses with 400 a path the dispatcher would fail at: the container leaves what follows a
 * semicolon as it came.
 */
@Component
@Order(20)
class PathFilter extends OncePerRequestFilter {
  private final Refusals refusals;

  PathFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isReadable(request)) {
      chain.doFilter(request, response);
    } else {
      refusals.write(request, response, ProblemKind.UNREADABLE_BODY);
    }
  }

  private static boolean isReadable(HttpServletRequest request) {
    try {
      ServletRequestPathUtils.parse(request);
      return true;
    } catch (IllegalArgumentException unreadable) {
      return false;
    }
  }
}
