package org.termin.standalone.hunt;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the door with a browser that says too much about itself. */
final class Visitor {
  static final String ADDRESS = "203.0.113.77";
  static final String ADDRESS_6 = "2001:db8:77:cafe::7741";
  static final String AGENT = "Kanareika/77.41 (Kanarski; Zosia)";
  static final String CAME_FROM = "https://kanareika.example/adkul?ref=zosia7741";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern FORM = Pattern.compile("(?s)<form([^>]*)>(.*?)</form>");
  private static final Pattern INPUT = Pattern.compile("<input([^>]*)>");
  private static final Pattern SELECT = Pattern.compile("(?s)<select([^>]*)>(.*?)</select>");
  private static final Pattern CHOSEN = Pattern.compile("<option value=\"([^\"]*)\"[^>]*selected");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(30))
          .build();
  private final URI door;
  private final Set<String> cookies = new LinkedHashSet<>();
  private String cookie = "";
  private HttpResponse<String> at;

  Visitor(URI door) {
    this.door = door;
    this.at = send("GET", "/robots.txt", "", "");
  }

  /** Every cookie the door ever gave out, without its name. */
  Set<String> cookies() {
    return cookies;
  }

  int status() {
    return at.statusCode();
  }

  String page() {
    return at.body();
  }

  JsonNode json() {
    return JSON.readTree(at.body());
  }

  String location() {
    return at.headers().firstValue("Location").orElse("");
  }

  Visitor api(String method, String path, String receipt, Object body) {
    String written = body instanceof String text ? text : JSON.writeValueAsString(body);
    at = send(method, path, "application/json", written, "Authorization", "Receipt " + receipt);
    return this;
  }

  Visitor go(String path) {
    at = send("GET", path, "", "");
    return this;
  }

  /** Fills the form of the page that posts there, and leaves the rest of it as it is. */
  Visitor submit(String action, Map<String, String> typed) {
    Map<String, String> fields = new LinkedHashMap<>(fields(action));
    fields.putAll(typed);
    return press(action, fields);
  }

  Visitor press(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
            .collect(Collectors.joining("&"));
    at = send("POST", path, "application/x-www-form-urlencoded", body);
    return this;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  HttpResponse<String> send(
      String method, String path, String type, String body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    all.addAll(List.of("User-Agent", AGENT, "Referer", CAME_FROM, "Accept-Language", "be"));
    all.addAll(List.of("X-Forwarded-For", ADDRESS + ", " + ADDRESS_6, "X-Real-IP", ADDRESS));
    all.addAll(List.of("Forwarded", "for=" + ADDRESS));
    if (!type.isEmpty()) {
      all.addAll(List.of("Content-Type", type));
    }
    if (!cookie.isEmpty()) {
      all.addAll(List.of("Cookie", cookie));
    }
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(door.resolve(path))
                  .timeout(Duration.ofMinutes(1))
                  .headers(all.toArray(String[]::new))
                  .method(method, HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      answer.headers().allValues("Set-Cookie").forEach(this::keep);
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void keep(String set) {
    cookie = set.substring(0, set.indexOf(';'));
    String value = cookie.substring(cookie.indexOf('=') + 1);
    if (value.length() >= 20) {
      cookies.add(value);
    }
  }

  private Map<String, String> fields(String action) {
    Map<String, String> fields = new LinkedHashMap<>();
    Matcher forms = FORM.matcher(at.body());
    while (forms.find()) {
      if (forms.group(1).contains("action=\"" + action + "\"")
          || forms.group(2).contains("formaction=\"" + action + "\"")) {
        Matcher inputs = INPUT.matcher(forms.group(2));
        while (inputs.find()) {
          String input = inputs.group(1);
          boolean choice = input.contains("\"radio\"") || input.contains("\"checkbox\"");
          if (!choice || input.contains("checked")) {
            fields.put(attribute(input, "name"), attribute(input, "value"));
          }
        }
        Matcher selects = SELECT.matcher(forms.group(2));
        while (selects.find()) {
          Matcher chosen = CHOSEN.matcher(selects.group(2));
          fields.put(attribute(selects.group(1), "name"), chosen.find() ? chosen.group(1) : "");
        }
        return fields;
      }
    }
    throw new IllegalStateException("status %d: no form posts to %s".formatted(status(), action));
  }

  private static String attribute(String tag, String name) {
    Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
    return found.find() ? found.group(1).replace("&amp;", "&").replace("&#39;", "'") : "";
  }
}
