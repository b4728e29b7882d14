package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.termin.contract.organiser.Secret;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser and a passkey, at the organisers' pages; does what the script does. */
final class Guest {
  static final String ORIGIN = "https://termin.example";
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern FORM = Pattern.compile("data-form=\"([^\"]+)\"");

  private final Door door;
  private final Browser browser;
  SoftKey key = new SoftKey();
  String origin = ORIGIN;
  private String form = "";

  Guest(Door door) {
    this.door = door;
    this.browser = new Browser(door);
  }

  Browser browser() {
    return browser;
  }

  /** Opens the page of a ceremony, where the token for its script stands. */
  private void arrive(String path) {
    browser.cookie("");
    browser.go(path);
    Matcher found = FORM.matcher(browser.text());
    assertThat(found.find()).as(path).isTrue();
    form = found.group(1);
  }

  HttpResponse<String> post(String path, String body) {
    HttpResponse<String> answer =
        door.post(path, body, "X-Form", form, "Cookie", browser.cookie(), "Accept", "*/*");
    answer
        .headers()
        .firstValue("Set-Cookie")
        .ifPresent(set -> browser.cookie(set.substring(0, set.indexOf(';'))));
    return answer;
  }

  /** The question to a link; its status where there is none. */
  HttpResponse<String> asksToEnrol(Secret link) {
    arrive("/o/enrol");
    return post("/o/enrol/options", Door.json(Map.of("link", link.token())));
  }

  /** The status of the whole enrolment. */
  int enrols(Secret link) {
    HttpResponse<String> asked = asksToEnrol(link);
    return asked.statusCode() == 200
        ? post("/o/enrol", key.create(json(asked), origin)).statusCode()
        : asked.statusCode();
  }

  /** The handle made for this guest. */
  UUID enrolled(Secret link) {
    HttpResponse<String> asked = asksToEnrol(link);
    assertThat(asked.statusCode()).isEqualTo(200);
    HttpResponse<String> made = post("/o/enrol", key.create(json(asked), origin));
    assertThat(made.statusCode()).isEqualTo(200);
    return UUID.fromString(json(made).path("handle").asString());
  }

  JsonNode asksToSignIn() {
    arrive("/o/sign-in");
    return json(post("/o/sign-in/options", "{}"));
  }

  int signsIn() {
    return post("/o/sign-in", key.get(asksToSignIn(), origin)).statusCode();
  }

  /** Presses the button of a form on the page it stands on. */
  int presses(String page, String action, Map<String, String> typed) {
    browser.go(page);
    Map<String, String> fields = new LinkedHashMap<>(Browser.fields(browser.form(action)));
    fields.putAll(typed);
    return browser.press(action, fields).status();
  }

  int opens(String path) {
    return browser.go(path).status();
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }
}
