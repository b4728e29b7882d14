package org.termin.tracker;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser without scripts: keeps one cookie, fills forms that the page holds, follows Location.
 */
public final class Browser {
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
  private static final Pattern SELECT = Pattern.compile("(?s)<select([^>]*)>(.*?)</select>");

  private final Door door;
  private String cookie = "";
  public HttpResponse<String> at;

  public Browser(Door door) {
    this.door = door;
  }

  public Browser go(String path) {
    return arrived(door.get(path, headers()));
  }

  /** Fills the first form that posts to the path, its hidden fields and choices included. */
  public Browser submit(String action, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>(fields(form(action)));
    fields.putAll(typed);
    return press(action, fields);
  }

  /** Posts exactly these fields. */
  public Browser press(String path, Map<String, String> fields) {
    return arrived(door.form(path, fields, headers()));
  }

  /** Goes where the answer points to. */
  public Browser follow() {
    return go(at.headers().firstValue("Location").orElseThrow());
  }

  public String text() {
    return at.body();
  }

  public int status() {
    return at.statusCode();
  }

  public String cookie() {
    return cookie;
  }

  public Browser cookie(String other) {
    cookie = other;
    return this;
  }

  private Browser arrived(HttpResponse<String> response) {
    at = response;
    for (String set : response.headers().allValues("Set-Cookie")) {
      cookie = set.substring(0, set.indexOf(';'));
    }
    return this;
  }

  private String[] headers() {
    List<String> headers = new ArrayList<>(List.of("Accept-Language", "be"));
    if (!cookie.isEmpty()) {
      headers.addAll(List.of("Cookie", cookie));
    }
    return headers.toArray(String[]::new);
  }

  /** The inside of the form that posts there, or has a button that does. */
  public String form(String action) {
    Matcher forms = FORM.matcher(at.body());
    while (forms.find()) {
      if (forms.group(1).contains("action=\"" + action + "\"")
          || forms.group(2).contains("formaction=\"" + action + "\"")) {
        return forms.group(2);
      }
    }
    throw new AssertionError("no form posts to " + action + " on\n" + at.body());
  }

  /** What a form would send if nothing were typed. */
  public static Map<String, String> fields(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher inputs = INPUT.matcher(form);
    while (inputs.find()) {
      String input = inputs.group(1);
      boolean choice = input.contains("\"radio\"") || input.contains("\"checkbox\"");
      if (!choice || input.contains("checked")) {
        fields.put(attribute(input, "name"), attribute(input, "value"));
      }
    }
    Matcher selects = SELECT.matcher(form);
    while (selects.find()) {
      Matcher chosen =
          Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected").matcher(selects.group(2));
      Matcher first = Pattern.compile("<option value=\"([^\"]*)\"").matcher(selects.group(2));
      String value = chosen.find() ? chosen.group(1) : first.find() ? first.group(1) : "";
      fields.put(attribute(selects.group(1), "name"), value);
    }
    return fields;
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&").replace("&#39;", "'") : "";
  }
}
