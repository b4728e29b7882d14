package org.termin.tracker.http;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.termin.tracker.Door;

/** Well-formed requests that tests spoil in one place. */
public final class Requests {
  private Requests() {}

  public static Map<String, Object> document(String type, LocalDate day) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("type", type);
    document.put("lastValidDay", day.toString());
    return document;
  }

  public static Map<String, Object> household(Map<String, Object> document) {
    Map<String, Object> household = new LinkedHashMap<>();
    household.put("country", "PL");
    household.put(
        "people",
        new ArrayList<>(List.of(Map.of("documents", new ArrayList<>(List.of(document))))));
    return household;
  }

  public static Map<String, Object> household() {
    return household(document("passport", today().plusYears(2)));
  }

  public static LocalDate today() {
    return LocalDate.ofInstant(Door.shared().store.now(), java.time.ZoneId.of("Europe/Warsaw"));
  }

  public static Map<String, Object> registration(String phone) {
    Map<String, Object> registration = household();
    registration.put(
        "contacts", new ArrayList<>(List.of(Map.of("channel", "sms", "value", phone))));
    registration.put("wording", "clear");
    registration.put("language", "be");
    registration.put("consents", new LinkedHashMap<>(Map.of("reminders", true)));
    return registration;
  }
}
