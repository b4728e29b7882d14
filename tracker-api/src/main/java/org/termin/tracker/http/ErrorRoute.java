package org.termin.tracker.http;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
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
    Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    if (failure instanceof Throwable thrown) {
      Incident.log(LOG, thrown);
    }
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    int code = status instanceof Integer number ? number : 404;
    ProblemKind kind =
        switch (code) {
          case 404 -> ProblemKind.NOT_FOUND;
          case 405 -> ProblemKind.METHOD_NOT_ALLOWED;
          case 406 -> ProblemKind.NOT_ACCEPTABLE;
          case 413 -> ProblemKind.BODY_TOO_LARGE;
          case 415 -> ProblemKind.UNSUPPORTED_MEDIA_TYPE;
          default ->
              Arrays.stream(ProblemKind.values())
                  .filter(one -> one.status() == code && code >= 500)
                  .findFirst()
                  .orElse(code >= 500 ? ProblemKind.INTERNAL_ERROR : ProblemKind.UNREADABLE_BODY);
        };
    refusals.write(request, response, kind);
  }
}
