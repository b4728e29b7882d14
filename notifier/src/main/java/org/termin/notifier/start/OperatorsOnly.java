package org.termin.notifier.start;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.termin.notifier.keys.KeySettings;
import org.termin.notifier.keys.Keyring;
import org.termin.notifier.keys.OperatorToken;

/**
 * What an operator decides is asked with the token of the key folder: other users of the machine,
 * the other services, and pages in a browser there reach this port too. Everything needs it but
 * what monitors read, and what exists only where nothing leaves the machine.
 */
@Component
class OperatorsOnly extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";
  private static final Set<String> OPEN = Set.of("actuator", "recording", "simulation", "error");

  private final OperatorToken token;

  OperatorsOnly(KeySettings settings, Keyring opened) {
    this.token = OperatorToken.of(settings.folder());
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String[] path = request.getServletPath().split("/", 3);
    return path.length > 1 && OPEN.contains(path[1]);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String shown = request.getHeader("Authorization");
    if (shown != null
        && shown.startsWith(SCHEME)
        && token.matches(shown.substring(SCHEME.length()))) {
      chain.doFilter(request, response);
    } else {
      response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
      response.setContentType("application/problem+json");
      response
          .getWriter()
          .print(
              "{\"status\":401,\"detail\":\"This asks for the operator's token: %s in the key folder.\"}"
                  .formatted(OperatorToken.FILE_NAME));
    }
  }
}
