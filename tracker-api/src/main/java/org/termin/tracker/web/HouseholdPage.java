package org.termin.tracker.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.words.Country;
import org.termin.contract.words.DocumentType;
import org.termin.contract.words.Language;
import org.termin.guidance.Guidance;
import org.termin.guidance.rule.GroundQuestion;
import org.termin.guidance.rule.Pack;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;

/** The page that asks for documents and dates, with what was wrong beside each field. */
@Component
class HouseholdPage {
  private static final int CHOICES = 6;

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

  void fill(HouseholdForm form, List<Fault> faults, Locale locale, Model model) {
    model.addAttribute("household", form);
    model.addAttribute("marks", faultTexts.of(form.marks(faults), locale));
    model.addAttribute("who", who(form, locale));
    model.addAttribute("types", types(locale));
    Country.of(form.country())
        .ifPresent(country -> model.addAttribute("country", Countries.name(country, locale)));
    Country.of(form.country())
        .flatMap(guidance::pack)
        .map(Pack::question)
        .ifPresent(question -> ground(question, locale, model));
  }

  private static void ground(GroundQuestion question, Locale locale, Model model) {
    Language language = Language.of(locale.getLanguage()).orElse(Language.EN);
    Map<String, String> answers = new LinkedHashMap<>();
    question
        .answers()
        .forEach(
            answer -> answers.put(answer.id(), answer.text().getOrDefault(language, answer.id())));
    model.addAttribute("question", question.text().getOrDefault(language, ""));
    model.addAttribute("answers", answers);
  }

  private Map<String, String> types(Locale locale) {
    var say = new Say(texts, locale);
    Map<String, String> types = new LinkedHashMap<>();
    Arrays.stream(DocumentType.values())
        .forEach(type -> types.put(type.wire(), say.text("document." + type)));
    return types;
  }

  private Map<String, String> who(HouseholdForm form, Locale locale) {
    var say = new Say(texts, locale);
    Map<String, String> who = new LinkedHashMap<>();
    who.put("a1", say.text("person.me"));
    for (int i = 2; i <= CHOICES; i++) {
      who.put("a" + i, say.text("person.adult", i));
    }
    for (int i = 1; i <= CHOICES; i++) {
      who.put("c" + i, say.text("person.child", i));
    }
    form.rows().stream()
        .map(HouseholdForm.Row::who)
        .filter(one -> one.matches("[ac][0-9]{1,2}"))
        .forEach(
            one ->
                who.computeIfAbsent(
                    one,
                    _ ->
                        say.text(
                            one.startsWith("c") ? "person.child" : "person.adult",
                            one.substring(1))));
    return who;
  }
}
