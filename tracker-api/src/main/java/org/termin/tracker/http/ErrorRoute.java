package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the container could not route or failed at ends here. */
@Hidden
@RestController
class ErrorRoute implements ErrorController {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorRoute.class);

  private final Refusals refusals;

  ErrorRoute(Refusals refusals) {
    this.refusals = refusals;
  }

  @RequestMapping("/error")
  void error(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    // a body that breaks off leaves its exception here too, though it is the caller's
    if (code >= 500 && failure instanceof Throwable thrown) {
      Incident.log(LOG, thrown);
    }
    refusals.write(request, response, ProblemKind.of(code));
  }
}
