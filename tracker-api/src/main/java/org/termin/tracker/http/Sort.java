package org.termin.tracker.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Sorts of requests, each with its own allowance. */
enum Sort {
  READ,
  PLAN,
  CHANGE,
  REGISTER,
  CALLBACK;

  private static final PathPattern CALLBACKS = pattern("/callbacks/**");
  private static final PathPattern REGISTRATIONS = pattern("/api/v1/registrations");
  private static final PathPattern REGISTER_PAGE = pattern(Tongue.JOURNEY + "/start/register");
  private static final PathPattern ALERT_PAGE = pattern(Tongue.JOURNEY + "/alerts");
  private static final PathPattern PLANS = pattern("/api/v1/plans");
  private static final PathPattern START_PAGES = pattern(Tongue.JOURNEY + "/start/**");

  /** Reads the path as the dispatcher does: another spelling of it is not another sort. */
  static Sort of(HttpServletRequest request) {
    PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
    if (CALLBACKS.matches(path)) {
      return CALLBACK;
    }
    if (Set.of("GET", "HEAD").contains(request.getMethod())) {
      return READ;
    }
    if (REGISTRATIONS.matches(path) || REGISTER_PAGE.matches(path) || ALERT_PAGE.matches(path)) {
      return REGISTER;
    }
    return PLANS.matches(path) || START_PAGES.matches(path) ? PLAN : CHANGE;
  }

  private static PathPattern pattern(String text) {
    return PathPatternParser.defaultInstance.parse(text);
  }
}
