package org.termin.tracker.open;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.http.Tongue;

/**
 * Somebody who changes the language in the address of a page that is not written in it comes to the
 * English one. For now only: the answer may be another once the page is written.
 */
@Controller
class ElsewhereController {
  private static final String UNREAD = "/{lang:" + Tongue.UNREAD + "}";

  private final Refusals refusals;

  ElsewhereController(Refusals refusals) {
    this.refusals = refusals;
  }

  @GetMapping(UNREAD + "/{page:privacy|how|guide|help|status|waves}")
  void page(@PathVariable String page, HttpServletResponse response) {
    lead("/" + page, response);
  }

  @GetMapping(UNREAD + "/{page:guide|help|waves}/{country}")
  void country(
      @PathVariable String page,
      @PathVariable String country,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // nothing that somebody typed comes back in a header
    if (country.matches("[a-z]{2}")) {
      lead("/" + page + "/" + country, response);
    } else {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
    }
  }

  @GetMapping(UNREAD + "/waves/{country}/brief")
  void brief(@PathVariable String country, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (country.matches("[a-z]{2}")) {
      lead("/waves/" + country + "/brief", response);
    } else {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
    }
  }

  private static void lead(String rest, HttpServletResponse response) {
    response.setStatus(HttpStatus.FOUND.value());
    response.setHeader(HttpHeaders.LOCATION, "/" + Tongue.OTHERWISE.getLanguage() + rest);
  }
}
