package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Refusals;
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
  /** What can keep a form that was sent from opening anything. */
  private static final Set<ProblemKind> SAID =
      EnumSet.of(
          ProblemKind.UNKNOWN_CODE,
          ProblemKind.FOREIGN_FORM,
          ProblemKind.UNREADABLE_BODY,
          ProblemKind.BODY_TOO_LARGE,
          ProblemKind.TOO_MANY_REQUESTS,
          ProblemKind.INTERNAL_ERROR,
          ProblemKind.NOT_READY);

  /** More than a code with any signs between its symbols. */
  private static final int LONGEST = 200;

  private final People people;
  private final Desk desk;
  private final FaultTexts faultTexts;

  EnterController(People people, Desk desk, FaultTexts faultTexts) {
    this.people = people;
    this.desk = desk;
    this.faultTexts = faultTexts;
  }

  @GetMapping("/enter")
  String ask(
      @RequestParam(name = Refusals.FAULT, defaultValue = "") String fault,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.anybody(request, response);
    model.addAttribute("token", session.forms().token("enter"));
    ProblemKind.of(fault)
        .filter(SAID::contains)
        .ifPresent(
            kind -> model.addAttribute("marks", Map.of("receipt", faultTexts.of(kind, locale))));
    return "enter";
  }

  /** Always leads to another page, so that no page in a browser's history carries the code. */
  @PostMapping("/enter")
  String enter(
      @RequestParam(defaultValue = "") String receipt,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale) {
    // who is refused gets no cookie; the page of the form gives one
    desk.sessions()
        .read(request)
        .filter(session -> desk.ours(request, session, "enter"))
        .orElseThrow(() -> new Refused(ProblemKind.FOREIGN_FORM));
    Access access =
        Optional.of(receipt)
            .filter(typed -> typed.length() <= LONGEST)
            .flatMap(ReceiptCode::parse)
            .map(Access::of)
            .orElseThrow(() -> new Refused(ProblemKind.UNKNOWN_CODE));
    Found found = people.find(access).orElseThrow(() -> new Refused(ProblemKind.UNKNOWN_CODE));
    desk.welcome(response, desk.sessions().person(found.registration(), access));
    return "redirect:/" + locale.getLanguage() + "/me";
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
