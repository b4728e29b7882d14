package org.termin.tracker.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies over 16 kB (callbacks: 2,500 bytes) with 413, and those that broke off with 400,
 * so that neither reaches a parser.
 */
@Component
@Order(40)
class BodyLimitFilter extends OncePerRequestFilter {
  static final int MOST = 16 * 1024;
  static final int MOST_OF_A_CALLBACK = 2_500;

  private final Refusals refusals;

  BodyLimitFilter(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilterAsyncDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    int most = Sort.of(request) == Sort.CALLBACK ? MOST_OF_A_CALLBACK : MOST;
    if (Whole.length(request) > most) {
      // the server itself hangs up after these, and does not wait for the rest
      refusals.write(request, response, ProblemKind.BODY_TOO_LARGE);
    } else if (Whole.isBroken(request)) {
      refusals.write(request, response, ProblemKind.UNREADABLE_BODY);
    } else {
      chain.doFilter(request, response);
    }
  }
}
