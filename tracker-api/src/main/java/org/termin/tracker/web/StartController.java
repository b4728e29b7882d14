package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.sealed.Register;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.Plans;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.Post;
import org.termin.tracker.session.Session;

/** Signing up, one question a page. The answers travel in the forms, not with us. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/start")
class StartController {
  private static final String REGISTER = "register";

  private final Countries countries;
  private final Readers readers;
  private final Plans plans;
  private final PlanCards cards;
  private final HouseholdPage household;
  private final ContactPage contact;
  private final WordingPage wording;
  private final Post post;
  private final Desk desk;

  StartController(
      Countries countries,
      Readers readers,
      Plans plans,
      PlanCards cards,
      HouseholdPage household,
      ContactPage contact,
      WordingPage wording,
      Post post,
      Desk desk) {
    this.countries = countries;
    this.readers = readers;
    this.plans = plans;
    this.cards = cards;
    this.household = household;
    this.contact = contact;
    this.wording = wording;
    this.post = post;
    this.desk = desk;
  }

  @GetMapping
  String country(Locale locale, Model model) {
    return where(HouseholdForm.of(Map.of()), List.of(), locale, model);
  }

  @PostMapping("/country")
  String otherCountry(@RequestParam Map<String, String> form, Locale locale, Model model) {
    return where(HouseholdForm.of(form), List.of(), locale, model);
  }

  @PostMapping("/documents")
  String documents(
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    HouseholdForm entered = HouseholdForm.of(form).complete();
    List<Fault> country =
        readers.household(entered.body()).faults().stream()
            .filter(fault -> fault.pointer().equals("/country"))
            .toList();
    if (!country.isEmpty()) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return where(entered, country, locale, model);
    }
    String added = form.getOrDefault(HouseholdPage.ADD, "");
    return household.show(
        added.isEmpty() ? entered : entered.with(added.equals("child")), List.of(), locale, model);
  }

  @PostMapping("/plan")
  String plan(
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model,
      HttpServletResponse response) {
    HouseholdForm entered = HouseholdForm.of(form).complete();
    var read = readers.household(entered.body());
    var situation = read.value();
    if (situation == null) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return household.show(entered, read.faults(), locale, model);
    }
    model.addAttribute("household", entered);
    model.addAttribute("country", Countries.name(situation.country(), locale));
    var plan = plans.plan(situation);
    model.addAttribute("generic", plan.generic());
    model.addAttribute("english", cards.inEnglish(situation, locale));
    model.addAttribute("cards", cards.of(plan, situation, Ahead.ANYBODY, locale));
    return "plan";
  }

  @PostMapping("/contact")
  String contact(@RequestParam Map<String, String> form, Locale locale, Model model) {
    return contact.show(form, List.of(), locale, model);
  }

  @PostMapping("/wording")
  String wording(
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    List<Fault> faults = contact.faults(form);
    if (!faults.isEmpty()) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return contact.show(form, faults, locale, model);
    }
    return ask(form, List.of(), false, locale, model, desk.anybody(request, response));
  }

  @PostMapping("/register")
  String register(
      @RequestParam Map<String, String> form,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Session session = desk.anybody(request, response);
    if (!desk.ours(request, session, REGISTER)) {
      // Finding a passport takes longer than a session lasts: nothing typed is lost.
      response.setStatus(ProblemKind.FOREIGN_FORM.status());
      return ask(form, List.of(), true, locale, model, session);
    }
    ReceiptCode code = ReceiptCode.random();
    var read = readers.registration(SignUpForm.of(form, locale).body(), code);
    Register register = read.value();
    if (register == null) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return mend(form, read.faults(), locale, model, session);
    }
    UUID id = post.send(register);
    desk.welcome(response, desk.sessions().newcomer(id, code));
    return "redirect:/" + locale.getLanguage() + "/code";
  }

  /** Shows the page that asked for what is wrong, the first one first. */
  private String mend(
      Map<String, String> form, List<Fault> faults, Locale locale, Model model, Session session) {
    String at = faults.getFirst().pointer();
    if (at.startsWith("/people") || at.startsWith("/ground")) {
      return household.show(HouseholdForm.of(form).complete(), faults, locale, model);
    }
    if (at.startsWith("/country")) {
      return where(HouseholdForm.of(form), faults, locale, model);
    }
    return at.startsWith("/contacts")
        ? contact.show(form, faults, locale, model)
        : ask(form, faults, false, locale, model, session);
  }

  private String where(HouseholdForm form, List<Fault> faults, Locale locale, Model model) {
    model.addAttribute("countries", countries.all(locale));
    return household.where(form, faults, locale, model);
  }

  private String ask(
      Map<String, String> form,
      List<Fault> faults,
      boolean again,
      Locale locale,
      Model model,
      Session session) {
    model.addAttribute("token", session.forms().token(REGISTER));
    model.addAttribute("again", again);
    return wording.show(form, faults, locale, model);
  }
}
