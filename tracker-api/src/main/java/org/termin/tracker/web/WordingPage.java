package org.termin.tracker.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.words.Country;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Zones;

/** The last page of signing up: how messages may read, and what the person agrees to. */
@Component
class WordingPage {
  private final FaultTexts faultTexts;
  private final Previews previews;
  private final Readers readers;

  WordingPage(FaultTexts faultTexts, Previews previews, Readers readers) {
    this.faultTexts = faultTexts;
    this.previews = previews;
    this.readers = readers;
  }

  String show(Map<String, String> form, List<Fault> faults, Locale locale, Model model) {
    SignUpForm entered = SignUpForm.of(form, locale);
    HouseholdForm household = entered.household();
    model.addAttribute("form", entered);
    model.addAttribute("household", household);
    model.addAttribute("zones", zones(household.country()));
    model.addAttribute("marks", faultTexts.of(entered.marks(faults), locale));
    readers
        .household(household.body())
        .orNothing()
        .flatMap(situation -> previews.of(situation, Locale.of(entered.language())))
        .ifPresent(both -> model.addAttribute("previews", both));
    return "wording";
  }

  static List<String> zones(String country) {
    return Country.of(country)
        .filter(one -> Zones.only(one).isEmpty())
        .map(one -> Zones.of(one).stream().map(ZoneId::getId).toList())
        .orElse(List.of());
  }
}
