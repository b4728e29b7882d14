package org.termin.tracker.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.termin.contract.words.Country;
import org.termin.tracker.http.Bodies;
import org.termin.tracker.http.Countries;
import org.termin.tracker.http.Fault;
import org.termin.tracker.http.ProblemKind;
import org.termin.tracker.http.Zones;

/**
 * What somebody entered who wants to be told before waves: where to write is read as a resident's.
 */
public record AlertForm(SignUpForm sign, String size) {
  /** The field of the size; a fault of the alert stands beside it. */
  static final String SIZE = "alert";

  static AlertForm of(Map<String, String> form, Locale locale) {
    return new AlertForm(SignUpForm.of(form, locale), form.getOrDefault(SIZE, ""));
  }

  /** What REST would have been sent; every message of an alert is discreet. */
  Bodies.Registration body() {
    Bodies.Registration written = sign.body();
    return new Bodies.Registration(
        written.country(),
        null,
        null,
        null,
        written.contacts(),
        "discreet",
        written.language(),
        zone(sign.household().country()),
        new Bodies.ConsentsIn(sign.reminders(), false),
        null,
        alert(size));
  }

  /** The countries whose figures are released. */
  static List<Countries.Listed> countries(Countries all, Locale locale) {
    return all.all(locale).stream().filter(one -> one.pack() != null).toList();
  }

  /** The same for somebody who waits already; what the page does not ask for stays. */
  static Bodies.Change change(Map<String, String> form, List<Bodies.ContactChange> contacts) {
    String country = form.getOrDefault("country", "");
    return new Bodies.Change(
        MeController.number(form, "version"),
        country,
        null,
        null,
        null,
        contacts,
        null,
        form.get("language"),
        zone(country),
        null,
        form.getOrDefault("codeWord", ""),
        null,
        alert(form.getOrDefault(SIZE, "")));
  }

  /** Also where nothing that is a number was chosen: then it is missing. */
  static Bodies.AlertIn alert(String size) {
    return new Bodies.AlertIn(size.matches("[0-9]{1,9}") ? Integer.valueOf(size) : null);
  }

  /** The hour of the messages is that of the country; where there are several, the usual one. */
  static @Nullable String zone(String country) {
    return Country.of(country).map(one -> Zones.of(one).getFirst()).map(ZoneId::getId).orElse(null);
  }

  Map<String, ProblemKind> marks(List<Fault> faults) {
    return sign.marks(faults);
  }

  @Override
  public String toString() {
    return "AlertForm";
  }
}
