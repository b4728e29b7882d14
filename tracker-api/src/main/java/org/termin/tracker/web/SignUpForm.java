package org.termin.tracker.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;

/** What somebody entered about contacts and messages, for reading it and for showing it again. */
public record SignUpForm(
    HouseholdForm household,
    String phone,
    String mail,
    String wording,
    String language,
    String zone,
    boolean reminders,
    boolean waves,
    String community) {
  private static final int LONGEST = 254;

  static SignUpForm of(Map<String, String> form, Locale locale) {
    return new SignUpForm(
        HouseholdForm.of(form),
        text(form, "phone"),
        text(form, "mail"),
        text(form, "wording"),
        form.getOrDefault("language", locale.getLanguage()),
        text(form, "zone"),
        form.containsKey("reminders"),
        form.containsKey("waves"),
        text(form, "community"));
  }

  /** What REST would have been sent. */
  Bodies.Registration body() {
    Bodies.Household written = household.body();
    List<Bodies.ContactIn> contacts = new ArrayList<>();
    if (!phone.isEmpty()) {
      contacts.add(new Bodies.ContactIn("sms", phone));
    }
    if (!mail.isEmpty()) {
      contacts.add(new Bodies.ContactIn("email", mail));
    }
    return new Bodies.Registration(
        written.country(),
        written.region(),
        written.ground(),
        written.people(),
        contacts,
        blankToNull(wording),
        blankToNull(language),
        blankToNull(zone),
        new Bodies.ConsentsIn(reminders, waves),
        blankToNull(community),
        null);
  }

  /** Which field a fault belongs to. */
  Map<String, ProblemKind> marks(List<Fault> faults) {
    List<String> fields = new ArrayList<>();
    if (!phone.isEmpty()) {
      fields.add("phone");
    }
    if (!mail.isEmpty()) {
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
    return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }

  @Override
  public String toString() {
    return "SignUpForm";
  }
}
