package org.termin.tracker.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.words.Country;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.Wordings;

/** The page that asks for documents and dates, with what was wrong beside each field. */
@Component
class HouseholdPage {
  /** The button that asks for one more person; its value says whether it is a child. */
  static final String ADD = "add";

  private final Guidance guidance;
  private final MessageSource texts;
  private final FaultTexts faultTexts;

  HouseholdPage(Guidance guidance, MessageSource texts, FaultTexts faultTexts) {
    this.guidance = guidance;
    this.texts = texts;
    this.faultTexts = faultTexts;
  }

  String show(HouseholdForm form, List<Fault> faults, Locale locale, Model model) {
    fill(form, faults, locale, model);
    return "documents";
  }

  /** The page that asks for the country; what was entered of the household before stays. */
  String where(HouseholdForm form, List<Fault> faults, Locale locale, Model model) {
    model.addAttribute("household", form);
    model.addAttribute("marks", faultTexts.of(form.marks(faults), locale));
    return "country";
  }

  void fill(HouseholdForm form, List<Fault> faults, Locale locale, Model model) {
    model.addAttribute("household", form);
    model.addAttribute("marks", faultTexts.of(form.marks(faults), locale));
    model.addAttribute("names", names(form, locale));
    Country.of(form.country())
        .ifPresent(country -> model.addAttribute("country", Countries.name(country, locale)));
    Country.of(form.country())
        .flatMap(guidance::pack)
        .map(Pack::question)
        .ifPresent(question -> ground(question, locale, model));
  }

  private static void ground(GroundQuestion question, Locale locale, Model model) {
    Map<String, String> answers = new LinkedHashMap<>();
    question
        .answers()
        .forEach(answer -> answers.put(answer.id(), Wordings.text(answer.text(), locale)));
    model.addAttribute("question", Wordings.text(question.text(), locale));
    model.addAttribute("answers", answers);
  }

  /** A person's name in a form: you, adult 2, child 1. */
  private Map<String, String> names(HouseholdForm form, Locale locale) {
    var say = new Say(texts, locale);
    Map<String, String> names = new LinkedHashMap<>();
    for (HouseholdForm.Holder one : form.people()) {
      String name =
          one.who().equals(HouseholdForm.SELF)
              ? say.text("person.self")
              : say.text(one.child() ? "person.child" : "person.adult", one.ordinal());
      names.put(one.who(), name);
    }
    return names;
  }
}
