package org.termin.tracker.callback;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.Unsubscribe;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
import org.termin.tracker.post.Post;

/**
 * The way out of mails: opening the link changes nothing, because mail scanners open links;
 * pressing the button, or a mail program's one click, does. The answer never says whom the link was
 * for.
 */
@Hidden
@Controller
class UnsubscribeController {
  private static final String ROUTE = "/callbacks/{secret}/mail/unsubscribe";
  private static final int LONGEST = 100;

  private final CallbackSecret secret;
  private final Post post;
  private final Refusals refusals;

  UnsubscribeController(CallbackSecret secret, Post post, Refusals refusals) {
    this.secret = secret;
    this.post = post;
    this.refusals = refusals;
  }

  @GetMapping(ROUTE)
  @Nullable String ask(
      @PathVariable("secret") String given,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    if (!secret.fits(given)) {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
      return null;
    }
    return page(model, locale, false);
  }

  @PostMapping(ROUTE)
  @Nullable String unsubscribe(
      @PathVariable("secret") String given,
      @RequestParam(name = "t", defaultValue = "") String token,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model)
      throws IOException {
    if (!secret.fits(given)) {
      refusals.write(request, response, ProblemKind.NOT_FOUND);
      return null;
    }
    if (!token.isEmpty() && token.length() <= LONGEST) {
      post.send(new Unsubscribe(token));
    }
    if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
      return page(model, locale, true);
    }
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    return null;
  }

  private static String page(Model model, Locale locale, boolean done) {
    model.addAttribute("lang", locale.getLanguage());
    model.addAttribute("done", done);
    return "unsubscribe";
  }
}
