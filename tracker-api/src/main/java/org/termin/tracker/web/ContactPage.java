package org.termin.tracker.web;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.termin.contract.words.Country;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Readers;
import org.termin.tracker.http.Zones;

/** The last page of signing up: where to write, how it may read, what the person agrees to. */
@Component
class ContactPage {
  private final DoorSettings settings;
  private final FaultTexts faultTexts;
  private final Previews previews;
  private final Readers readers;

  ContactPage(DoorSettings settings, FaultTexts faultTexts, Previews previews, Readers readers) {
    this.settings = settings;
    this.faultTexts = faultTexts;
    this.previews = previews;
    this.readers = readers;
  }

  String show(Map<String, String> form, List<Fault> faults, Locale locale, Model model) {
    HouseholdForm household = HouseholdForm.of(form);
    model.addAttribute("household", household);
    model.addAttribute("form", new Entered(form, locale));
    model.addAttribute("sms", settings.channels().contains("sms"));
    model.addAttribute("email", settings.channels().contains("email"));
    model.addAttribute("zones", zones(household.country()));
    model.addAttribute("marks", faultTexts.of(marks(form, faults), locale));
    readers
        .household(household.body())
        .orNothing()
        .flatMap(situation -> previews.of(situation, locale))
        .ifPresent(both -> model.addAttribute("previews", both));
    return "contact";
  }

  /** What was typed, for showing it again. */
  public record Entered(
      String phone,
      String mail,
      String wording,
      String language,
      String zone,
      boolean reminders,
      boolean waves,
      String community) {
    Entered(Map<String, String> form, Locale locale) {
      this(
          text(form, "phone"),
          text(form, "mail"),
          text(form, "wording"),
          form.getOrDefault("language", locale.getLanguage()),
          text(form, "zone"),
          form.containsKey("reminders"),
          form.containsKey("waves"),
          text(form, "community"));
    }

    @Override
    public String toString() {
      return "Entered";
    }
  }

  static List<String> zones(String country) {
    return Country.of(country)
        .filter(one -> Zones.only(one).isEmpty())
        .map(one -> Zones.of(one).stream().map(ZoneId::getId).toList())
        .orElse(List.of());
  }

  Bodies.Registration body(Map<String, String> form) {
    var household = HouseholdForm.of(form).body();
    List<Bodies.ContactIn> contacts = new ArrayList<>();
    if (!text(form, "phone").isEmpty()) {
      contacts.add(new Bodies.ContactIn("sms", text(form, "phone")));
    }
    if (!text(form, "mail").isEmpty()) {
      contacts.add(new Bodies.ContactIn("email", text(form, "mail")));
    }
    return new Bodies.Registration(
        household.country(),
        household.region(),
        household.ground(),
        household.people(),
        contacts,
        blankToNull(text(form, "wording")),
        blankToNull(text(form, "language")),
        blankToNull(text(form, "zone")),
        new Bodies.ConsentsIn(form.containsKey("reminders"), form.containsKey("waves")),
        blankToNull(text(form, "community")));
  }

  private static Map<String, ProblemKind> marks(Map<String, String> form, List<Fault> faults) {
    List<String> fields = new ArrayList<>();
    if (!text(form, "phone").isEmpty()) {
      fields.add("phone");
    }
    if (!text(form, "mail").isEmpty()) {
      fields.add("mail");
    }
    Map<String, ProblemKind> marks = new LinkedHashMap<>();
    for (Fault fault : faults) {
      String[] steps = fault.pointer().split("/");
      boolean contact = steps.length > 2 && steps[1].equals("contacts");
      String field = contact ? fields.get(Integer.parseInt(steps[2])) : steps[1];
      if (field.equals("wording")) {
        marks.put(field, ProblemKind.UNKNOWN_WORDING);
      } else {
        marks.putIfAbsent(field, fault.kind());
      }
    }
    return marks;
  }

  private static String text(Map<String, String> form, String name) {
    String value = form.getOrDefault(name, "").strip();
    return value.length() > 254 ? value.substring(0, 254) : value;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
