package org.termin.tracker.closing;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.http.Tongue;

/**
 * While the service ends nobody new is taken in, who would have days only; plans can still be made.
 * Once it has ended, what is about a person is gone, and public pages stay.
 */
@Component
@Order(40)
class ClosingFilter extends OncePerRequestFilter {
  private static final String LANGUAGE = "/(" + Tongue.SPOKEN + ")";

  private static final Pattern SIGN_UP =
      Pattern.compile(
          "/api/v1/registrations|" + LANGUAGE + "/(start/(contact|wording|register)|alerts)");

  private static final Pattern PUBLIC =
      Pattern.compile(
          ("/|LANG/?|LANG/(real|privacy|erased|exit|how|status)"
               + "|LANG/(guide|help|waves)(/[a-z]{2})?|LANG/waves/[a-z]{2}/(brief|chart\\.png)|/problems/.*|/[a-z]+\\.(css|ico)"
               + "|/api/v1/(countries|guidance|plans|waves|openapi).*"
               + "|LANG/start(/country|/documents|/plan|/calendar)?|/actuator.*|/error")
              .replace("LANG", LANGUAGE));

  private final Closing closing;
  private final Refusals refusals;

  ClosingFilter(Closing closing, Refusals refusals) {
    this.closing = closing;
    this.refusals = refusals;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<ProblemKind> refusal = closing.notice().flatMap(notice -> refusal(notice, request));
    if (refusal.isPresent()) {
      refusals.write(request, response, refusal.get());
    } else {
      chain.doFilter(request, response);
    }
  }

  private static Optional<ProblemKind> refusal(Closing.Notice notice, HttpServletRequest request) {
    // as the dispatcher reads it: another spelling is not another page
    String path = plain(ServletRequestPathUtils.parse(request).pathWithinApplication());
    if (notice.ended()) {
      return PUBLIC.matcher(path).matches() ? Optional.empty() : Optional.of(ProblemKind.ENDED);
    }
    boolean signUp = request.getMethod().equals("POST") && SIGN_UP.matcher(path).matches();
    return signUp ? Optional.of(ProblemKind.CLOSING) : Optional.empty();
  }

  private static String plain(PathContainer path) {
    return path.elements().stream()
        .map(
            element ->
                element instanceof PathContainer.PathSegment segment
                    ? segment.valueToMatch()
                    : element.value())
        .collect(Collectors.joining());
  }
}
