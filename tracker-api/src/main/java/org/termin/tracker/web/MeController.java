package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.termin.contract.sealed.Act;
import org.termin.contract.sealed.ReceiptCode;
import org.termin.contract.words.Action;
import org.termin.contract.words.Answer;
import org.termin.tracker.http.ActionReader;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Calendars;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.Plans;
import org.termin.tracker.http.Results;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.post.Post;
import org.termin.tracker.post.Reply;
import org.termin.tracker.session.Session;

/** A person's own page and everything one tap can do there. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/me")
class MeController {
  private static final Set<String> NOTICES =
      Set.of(
          "filed",
          "done",
          "refused",
          "later",
          "lost",
          "pause",
          "resume",
          "sample",
          "confirmed",
          "changed",
          "moved",
          "received");

  private final Desk desk;
  private final MePage page;
  private final Plans plans;
  private final Calendars calendars;
  private final ActionReader actions;
  private final Post post;
  private final FaultTexts faultTexts;

  MeController(
      Desk desk,
      MePage page,
      Plans plans,
      Calendars calendars,
      ActionReader actions,
      Post post,
      FaultTexts faultTexts) {
    this.desk = desk;
    this.page = page;
    this.plans = plans;
    this.calendars = calendars;
    this.actions = actions;
    this.post = post;
    this.faultTexts = faultTexts;
  }

  @GetMapping
  String me(
      @RequestParam(name = "n", defaultValue = "") String notice,
      @RequestParam(name = "d", defaultValue = "") String document,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.person(request, response);
    var found = desk.look(session);
    if (found.isEmpty() && session.shown().isPresent()) {
      // Just signed up: the notifier has not made the record yet.
      return "redirect:/" + locale.getLanguage() + "/code";
    }
    model.addAttribute("notice", NOTICES.contains(notice) ? notice : null);
    model.addAttribute("refused", notice.equals("refused") ? document : null);
    return page.show(found.orElseThrow(SessionOver::new), session, locale, model);
  }

  @PostMapping("/act")
  String act(
      @RequestParam Map<String, String> form,
      HttpServletRequest request,
      HttpServletResponse response,
      Locale locale,
      Model model) {
    Session session = desk.sender(request, response, "act");
    Found found = desk.found(session);
    ReceiptCode fresh = ReceiptCode.random();
    var read = actions.read(body(form), found, session.access(), fresh);
    Act act = read.value();
    if (act == null) {
      response.setStatus(400);
      mark(read.faults().getFirst(), form, locale, model);
      return page.show(found, session, locale, model);
    }
    String home = "redirect:/" + locale.getLanguage();
    Reply reply = post.ask(act);
    if (reply instanceof Reply.Judged(Answer answer) && answer != Answer.DONE) {
      var kind = Results.kind(answer);
      response.setStatus(kind.status());
      model.addAttribute("wrong", faultTexts.of(kind, locale));
      return page.show(desk.found(session), session, locale, model);
    }
    if (act.action() == Action.ERASE) {
      desk.sessions().clear(response);
      return home + "/erased";
    }
    if (act.action() == Action.NEW_CODE) {
      // The new cookie takes the old one's place; what the browser kept of old pages goes.
      response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
      desk.welcome(response, desk.sessions().newcomer(session.registration(), fresh));
      return home + "/receipt?n=" + ReceiptController.INSTEAD;
    }
    boolean done = reply instanceof Reply.Judged;
    String noted = act.action().name().toLowerCase(Locale.ROOT);
    String of = act.action() == Action.REFUSED ? "&d=" + act.document() : "";
    return home + "/me?n=" + (done ? noted + of : "received");
  }

  /** A day that cannot be is marked beside its field, with what was typed; the rest above all. */
  private void mark(Fault fault, Map<String, String> form, Locale locale, Model model) {
    String said = faultTexts.of(fault.kind(), locale);
    Integer document = number(form, "document");
    if (fault.pointer().equals("/on") && document != null) {
      model.addAttribute("marks", Map.of("on" + document, said));
      model.addAttribute("typed", form.getOrDefault("on", ""));
    } else {
      model.addAttribute("wrong", said);
    }
  }

  private static Bodies.ActionIn body(Map<String, String> form) {
    return new Bodies.ActionIn(
        form.getOrDefault("action", ""),
        number(form, "version"),
        number(form, "document"),
        TypedDay.of(form.getOrDefault("on", ""), "", "").iso(),
        number(form, "weeks"),
        form.getOrDefault("reason", ""));
  }

  static @org.jspecify.annotations.Nullable Integer number(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "");
    return value.matches("[0-9]{1,9}") ? Integer.valueOf(value) : null;
  }

  @GetMapping("/erase")
  String erase(HttpServletRequest request, HttpServletResponse response, Model model) {
    Session session = desk.person(request, response);
    model.addAttribute("version", desk.found(session).version());
    model.addAttribute("token", session.forms().token("act"));
    return "erase";
  }

  @GetMapping("/calendar.ics")
  ResponseEntity<byte[]> calendar(HttpServletRequest request, HttpServletResponse response) {
    Found found = desk.found(desk.person(request, response));
    var plan = plans.plan(found.view().situation(), found.view().zone());
    return Calendars.download(calendars.of(found, plan));
  }
}
