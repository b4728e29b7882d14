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
import org.termin.contract.words.Alert;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.Post;
import org.termin.tracker.session.Session;

/**
 * Asking to be told before waves: one page for anybody, and from the code on the way of residents.
 */
@Controller
@RequestMapping(Tongue.JOURNEY + "/alerts")
class AlertController {
  private static final String ALERTS = "alerts";

  private final Countries countries;
  private final Readers readers;
  private final Post post;
  private final Desk desk;
  private final DoorSettings settings;
  private final FaultTexts faultTexts;

  AlertController(
      Countries countries,
      Readers readers,
      Post post,
      Desk desk,
      DoorSettings settings,
      FaultTexts faultTexts) {
    this.countries = countries;
    this.readers = readers;
    this.post = post;
    this.desk = desk;
    this.settings = settings;
    this.faultTexts = faultTexts;
  }

  @GetMapping
  String ask(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    return show(Map.of(), List.of(), desk.anybody(request, response), locale, model);
  }

  @PostMapping
  String register(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.anybody(request, response);
    if (!desk.ours(request, session, ALERTS)) {
      // the session may have ended meanwhile: nothing typed is lost
      response.setStatus(ProblemKind.FOREIGN_FORM.status());
      model.addAttribute("again", true);
      return show(form, List.of(), session, locale, model);
    }
    ReceiptCode code = ReceiptCode.random();
    var read = readers.registration(AlertForm.of(form, locale).body(), code);
    Register register = read.value();
    if (register == null) {
      response.setStatus(ProblemKind.SEVERAL_FAULTS.status());
      return show(form, read.faults(), session, locale, model);
    }
    UUID id = post.send(register);
    desk.welcome(response, desk.sessions().newcomer(id, code));
    return "redirect:/" + locale.getLanguage() + "/code";
  }

  private String show(
      Map<String, String> form, List<Fault> faults, Session session, Locale locale, Model model) {
    AlertForm entered = AlertForm.of(form, locale);
    model.addAttribute("form", entered.sign());
    model.addAttribute("size", entered.size());
    model.addAttribute("sizes", Alert.SIZES);
    model.addAttribute("chosen", entered.sign().household().country());
    model.addAttribute("countries", AlertForm.countries(countries, locale));
    model.addAttribute("sms", settings.channels().contains("sms"));
    model.addAttribute("email", settings.channels().contains("email"));
    model.addAttribute("marks", faultTexts.of(entered.marks(faults), locale));
    model.addAttribute("token", session.forms().token(ALERTS));
    return "alerts";
  }
}
