package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refused;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.session.Access;
import org.termin.tracker.session.Session;

/** Coming in with a receipt code, and leaving in a hurry. */
@Controller
@RequestMapping(Tongue.JOURNEY)
class EnterController {
  private final People people;
  private final Desk desk;
  private final FaultTexts faultTexts;

  EnterController(People people, Desk desk, FaultTexts faultTexts) {
    this.people = people;
    this.desk = desk;
    this.faultTexts = faultTexts;
  }

  @GetMapping("/enter")
  String ask(HttpServletRequest request, HttpServletResponse response, Model model) {
    Session session = desk.anybody(request, response);
    model.addAttribute("token", session.forms().token("enter"));
    return "enter";
  }

  @PostMapping("/enter")
  String enter(
      @RequestParam(defaultValue = "") String receipt,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.anybody(request, response);
    model.addAttribute("token", session.forms().token("enter"));
    if (!desk.ours(request, session, "enter")) {
      return wrong(ProblemKind.FOREIGN_FORM, locale, response, model);
    }
    Optional<Access> access =
        receipt.length() > 200 ? Optional.empty() : ReceiptCode.parse(receipt).map(Access::of);
    Optional<Found> found = access.flatMap(people::find);
    if (access.isEmpty() || found.isEmpty()) {
      return wrong(ProblemKind.UNKNOWN_CODE, locale, response, model);
    }
    desk.welcome(response, desk.sessions().person(found.get().registration(), access.get()));
    return "redirect:/" + locale.getLanguage() + "/me";
  }

  private String wrong(ProblemKind kind, Locale locale, HttpServletResponse response, Model model) {
    response.setStatus(kind.status());
    model.addAttribute("marks", Map.of("receipt", faultTexts.of(kind, locale)));
    return "enter";
  }

  /**
   * Works without a token, so that it always works; a foreign page cannot press it all the same.
   */
  @PostMapping("/exit")
  String exit(HttpServletRequest request, HttpServletResponse response, Locale locale) {
    if ("cross-site".equals(request.getHeader("Sec-Fetch-Site"))) {
      throw new Refused(ProblemKind.FOREIGN_FORM);
    }
    desk.sessions().clear(response);
    return "redirect:/" + locale.getLanguage() + "/day";
  }

  /** A page that says nothing about anybody. */
  @GetMapping("/day")
  String day(Locale locale, Model model) {
    model.addAttribute("day", desk.today(locale));
    return "day";
  }
}
