package org.termin.tracker.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.termin.contract.sealed.PersonView;
import org.termin.contract.words.Alert;
import org.termin.contract.words.ContactState;
import org.termin.guidance.ladder.Stage;
import org.termin.guidance.plan.Plan;
import org.termin.tracker.http.Plans;
import org.termin.tracker.http.Tongue;
import org.termin.tracker.post.People.Found;
import org.termin.tracker.session.Session;

/** The end of the journey: what is done, when we write first, and what helps most now. */
@Controller
@RequestMapping(Tongue.JOURNEY + "/done")
class DoneController {
  private final Desk desk;
  private final Plans plans;
  private final PlanCards cards;
  private final MessageSource texts;

  DoneController(Desk desk, Plans plans, PlanCards cards, MessageSource texts) {
    this.desk = desk;
    this.plans = plans;
    this.cards = cards;
    this.texts = texts;
  }

  /** The record may not be made yet: then the code is the step that is left. */
  @GetMapping
  String done(
      HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
    Session session = desk.person(request, response);
    Optional<Found> found = desk.look(session);
    model.addAttribute("confirmed", found.map(Found::view).filter(this::reachable).isPresent());
    found.ifPresent(one -> fill(one.view(), locale, model));
    return "done";
  }

  private boolean reachable(PersonView view) {
    return view.contacts().stream().anyMatch(one -> one.state() == ContactState.CONFIRMED);
  }

  private void fill(PersonView view, Locale locale, Model model) {
    Plan plan = plans.plan(view.situation(), view.zone());
    List<PlanCard> all = cards.of(plan, view.situation(), Ahead.of(view), locale);
    model.addAttribute("first", all.isEmpty() ? null : all.getFirst());
    model.addAttribute("english", cards.inEnglish(view.situation(), locale));
    Alert alert = view.situation().alert();
    model.addAttribute("waitsFor", alert == null ? null : alert.atLeast());
    model.addAttribute("codeWord", view.codeWord());
    List<LocalDate> days =
        plan.slots().stream()
            .flatMap(slot -> Ahead.of(view).of(slot).stream())
            .map(Stage::on)
            .sorted()
            .toList();
    // who comes in the middle of a plan is told at once where it stands
    model.addAttribute("soon", !days.isEmpty() && !days.getFirst().isAfter(plan.today()));
    model.addAttribute("day", days.isEmpty() ? null : new Say(texts, locale).day(days.getFirst()));
  }
}
