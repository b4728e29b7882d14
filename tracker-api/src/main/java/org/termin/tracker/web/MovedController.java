package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.Change;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Post;
import org.termin.tracker.session.Session;

/** Moving to another country: people and documents stay, the plan is made anew. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/me")
class MovedController {
  private final Desk desk;
  private final Readers readers;
  private final Countries countries;
  private final Post post;
  private final FaultTexts faultTexts;

  MovedController(
      Desk desk, Readers readers, Countries countries, Post post, FaultTexts faultTexts) {
    this.desk = desk;
    this.readers = readers;
    this.countries = countries;
    this.post = post;
    this.faultTexts = faultTexts;
  }

  @GetMapping("/moved")
  String moved(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Session session = desk.person(request, response);
    desk.found(session);
    return where("", "country", null, session, locale, model);
  }

  @PostMapping("/moved")
  String move(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.sender(request, response, "change");
    Found found = desk.found(session);
    String country = form.getOrDefault("country", "");
    var rows = HouseholdForm.of(found.view().situation()).in(country);
    var body = rows.body();
    String zone = form.getOrDefault("zone", "");
    var change =
        new Bodies.Change(
            found.version(),
            body.country(),
            null,
            body.ground(),
            body.people(),
            null,
            null,
            null,
            // of the country chosen before another one
            WordingPage.zones(country).contains(zone) ? zone : null,
            null,
            null,
            null,
            null);
    var read = readers.change(change, found, session.access());
    Change message = read.value();
    ProblemKind refused =
        message == null ? read.faults().getFirst().kind() : Desk.refusal(post.ask(message));
    if (refused != null) {
      response.setStatus(refused.status());
      boolean zoneOnly =
          !read.faults().isEmpty() && read.faults().getFirst().pointer().equals("/zone");
      String field = zoneOnly ? "zone" : "country";
      return where(country, field, faultTexts.of(refused, locale), session, locale, model);
    }
    return "redirect:/" + locale.getLanguage() + "/me?n=moved";
  }

  private String where(
      String country,
      String field,
      @Nullable String wrong,
      Session session,
      Locale locale,
      Model model) {
    model.addAttribute("countries", countries.all(locale));
    model.addAttribute("chosen", country);
    model.addAttribute("zones", WordingPage.zones(country));
    model.addAttribute("marks", wrong == null ? Map.of() : Map.of(field, wrong));
    model.addAttribute("token", session.forms().token("change"));
    return "moved";
  }
}
