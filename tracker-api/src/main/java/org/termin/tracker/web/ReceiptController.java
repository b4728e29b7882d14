package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.session.Session;

/** Shows a new receipt code until its last group is typed back: then it has been written down. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/receipt")
class ReceiptController {
  /** Says in the address that this code takes the place of an older one. */
  static final String INSTEAD = "new";

  private final Desk desk;
  private final MessageSource texts;

  ReceiptController(Desk desk, MessageSource texts) {
    this.desk = desk;
    this.texts = texts;
  }

  @GetMapping
  String show(
      @RequestParam(name = "n", defaultValue = "") String instead,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.person(request, response);
    return page(session, false, instead, locale, model);
  }

  @PostMapping
  String typed(
      @RequestParam(defaultValue = "") String last,
      @RequestParam(name = "n", defaultValue = "") String instead,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.sender(request, response, "receipt");
    Optional<ReceiptCode> code = session.shown();
    if (code.isPresent() && !fits(code.get(), last)) {
      response.setStatus(422);
      return page(session, true, instead, locale, model);
    }
    desk.welcome(response, session.writtenDown());
    return "redirect:/" + locale.getLanguage() + (instead.equals(INSTEAD) ? "/me" : "/done");
  }

  /** The whole code reads like its groups, so slips of O and 0 are forgiven here too. */
  private static boolean fits(ReceiptCode code, String last) {
    String shown = code.display();
    return ReceiptCode.parse(shown.substring(0, shown.length() - 4) + last)
        .filter(code::equals)
        .isPresent();
  }

  private String page(Session session, boolean wrong, String instead, Locale locale, Model model) {
    if (session.shown().isEmpty()) {
      return "redirect:/" + locale.getLanguage() + "/me";
    }
    model.addAttribute("groups", List.of(session.shown().get().display().split("-")));
    Say say = new Say(texts, locale);
    model.addAttribute("marks", wrong ? Map.of("last", say.text("receipt.wrong")) : Map.of());
    model.addAttribute("instead", instead.equals(INSTEAD) ? INSTEAD : null);
    model.addAttribute("token", session.forms().token("receipt"));
    return "receipt";
  }
}
