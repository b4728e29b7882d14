package org.termin.standalone.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.standalone.RunningTermin;
import org.termin.standalone.browser.Chromium.Screen;

/**
 * Every mistake a form lets people make: said above all, a link leads to the field, nothing typed
 * is lost, and nobody is kept out.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryErrorIT {
  @RegisterExtension static final Scene SCENE = Scene.checked();

  private static final Properties TEXTS = new Properties();
  private static final Set<String> PROVOKED = new TreeSet<>();

  /** What no form of ours sends; a changed page, a program or a hand-made request does. */
  private static final Map<String, List<String>> NOT_BY_A_FORM =
      Map.of(
          "chosen from lists of ours",
          List.of(
              "unknown-country",
              "refused-country",
              "unknown-region",
              "unknown-zone",
              "unknown-ground",
              "unknown-document-type",
              "unknown-document-state",
              "unknown-sign",
              "unknown-language",
              "unreadable-code-word",
              "unknown-action",
              "unknown-pause",
              "unknown-reason",
              "unknown-wave-size",
              "unknown-document",
              "unknown-contact",
              "unknown-channel"),
          "pages say each fault by itself, and have room for so many contacts",
          List.of("several-faults", "too-many-contacts"),
          "of programs",
          List.of(
              "unreadable-body",
              "unknown-field",
              "method-not-allowed",
              "not-acceptable",
              "body-too-large",
              "unsupported-media-type"),
          "of the whole service, with pages of their own",
          List.of(
              "not-found",
              "ended",
              "closing",
              "not-ready",
              "too-many-requests",
              "internal-error",
              "closed-channel"),
          "said to organisers by the page they stand on",
          List.of("unknown-passkey"));

  private static BrowserContext context;
  private static Page page;

  @BeforeAll
  static void open() throws IOException {
    try (Reader texts =
        Files.newBufferedReader(
            Checkers.root()
                .resolve("tracker-api/src/main/resources/texts/problems_en.properties"))) {
      TEXTS.load(texts);
    }
    context = SCENE.fresh(Screen.PHONE, true);
    page = context.newPage();
  }

  @AfterAll
  static void close() {
    context.close();
  }

  @Order(1)
  @ParameterizedTest(name = "{0}: {2}")
  @CsvSource({
    "missing-field,         country, ''",
    "no-document,           people,  ''",
    "impossible-date,       day0,    31.2.2027",
    "impossible-date,       day0,    soon",
    "past-date,             day0,    14.3.2019",
    "far-date,              day0,    14.3.2099",
    "no-contact,            contacts, ''",
    "unreadable-contact,    phone,   abc",
    "unreadable-contact,    mail,    somebody",
    "country-code-missing,  phone,   512 345 678",
    "refused-route,         phone,   +375 29 123 45 67",
    "refused-route,         mail,    ann@mail.by",
    "russian-route,         phone,   +7 912 345 67 89",
    "premium-number,        phone,   +48 701 234 567",
    "shared-cost-number,    phone,   +48 801 234 567",
    "satellite-number,      phone,   +8816 1234 5678",
    "number-without-texts,  phone,   +48 22 490 20 44",
    "unknown-wording,       wording, ''",
    "consent-missing,       consents, ''",
    "unreadable-community,  community, ?!"
  })
  void isSaidBesideItsFieldOnTheWay(String id, String field, String typed) {
    as(field, typed);
    isSaid(id, field, typed);
  }

  /** Goes to the page of that field and does there what is wrong. */
  private static void as(String field, String typed) {
    page.navigate(SCENE.termin().supervisor.door() + "/en/start");
    if (field.equals("country")) {
      press("main form button");
      return;
    }
    page.selectOption("#country", "PL");
    press("main form button");
    if (field.equals("people") || field.startsWith("day")) {
      send(field, typed);
      return;
    }
    page.fill("#day0", SCENE.termin().today().plusDays(500).toString());
    press("main form button");
    press("main form button");
    if (Set.of("contacts", "phone", "mail").contains(field)) {
      send(field, typed);
      return;
    }
    page.fill("#mail", "ann@example.org");
    press("main form button");
    if (field.equals("community")) {
      page.locator("main details summary").press("Enter");
    }
    send(field, typed);
  }

  private static void send(String field, String typed) {
    if (!typed.isEmpty()) {
      page.fill("#" + field, typed);
    }
    press("main form button");
  }

  @Test
  @Order(2)
  void moreThanTwelveDocumentsAreTooMany() {
    page.navigate(SCENE.termin().supervisor.door() + "/en/start");
    page.selectOption("#country", "PL");
    press("main form button");
    for (int more = 0; more < 4; more++) {
      press("button[value=child]");
    }
    LocalDate day = SCENE.termin().today().plusDays(500);
    for (int row = 0; row < 13; row++) {
      page.locator("#day" + row)
          .evaluate("field => field.closest('details')?.setAttribute('open', '')");
      page.fill("#day" + row, day.toString());
    }
    press("main form button");
    isSaid("too-many-documents", "people", "");
  }

  @Test
  @Order(2)
  void aPageOpenForTooLongAsksForOnePressMore() {
    as("wording", "");
    context.clearCookies();
    press("main form button");
    assertThat(page.locator("p.notice").innerText()).contains("Nothing is lost");
    PROVOKED.add("foreign-form");
  }

  @Test
  @Order(3)
  void isSaidBesideItsFieldOnceSignedUp() {
    new Walk(SCENE.termin(), page, "en", (_, _) -> {}).signUp("+48512006001");
    // tomorrow by the store's clock may be today where this person lives
    LocalDate ahead = SCENE.termin().today().plusDays(2);
    filed("31.2.2026", "impossible-date");
    filed(ahead.toString(), "future-date");
    aSecondWindow();
    aContactThatIsThereAlready();
    own("/me/change");
    page.fill("#contact0", "+48512006002");
    page.fill("#added", "+48 512 006 002");
    press("main form button");
    isSaid("same-contact-twice", "added", "+48");
    change("#added", "abc", "unreadable-contact", "added");
    change("#contact0", "+375 29 123 45 67", "refused-route", "contact0");
    own("/me/moved");
    page.selectOption("#country", "US");
    press("main form button");
    isSaid("missing-field", "zone", "");
    codes();
    own("/enter");
    page.fill("#receipt", "wrong");
    press("main form button");
    isSaid("unknown-code", "receipt", "");
  }

  private static void filed(String day, String id) {
    own("/me");
    page.locator("#on2").fill(day);
    press("form.taps:has(#on2) button[value=filed]");
    isSaid(id, "on2", day);
  }

  /** Two windows: what the first one changed, the second one does not know. */
  private static void aSecondWindow() {
    own("/me");
    try (Page other = context.newPage()) {
      other.navigate(page.url());
      other.waitForNavigation(() -> other.locator("button[value=pause]").press("Enter"));
      other.waitForNavigation(() -> other.locator("button[value=resume]").press("Enter"));
    }
    press("button[value=pause]");
    assertThat(page.locator("p.fault[role=alert]").innerText())
        .startsWith(TEXTS.getProperty("problem.changed-meanwhile"));
    PROVOKED.add("changed-meanwhile");
  }

  /** The door cannot know it: only the notifier reads contacts. */
  private static void aContactThatIsThereAlready() {
    own("/me/change");
    page.fill("#added", "+48512006001");
    press("main form button");
    assertThat(page.locator("p.fault[role=alert]").innerText())
        .startsWith(TEXTS.getProperty("problem.not-possible"));
    assertThat(kept("added")).isEqualTo("+48512006001");
    PROVOKED.add("not-possible");
  }

  private static void change(String field, String typed, String id, String at) {
    own("/me/change");
    page.fill(field, typed);
    press("main form button");
    isSaid(id, at, typed);
  }

  /** A second contact has a code to be got wrong. */
  private static void codes() {
    own("/me/change");
    page.fill("#added", "ann@example.org");
    press("main form button");
    own("/code");
    await()
        .atMost(RunningTermin.PATIENCE)
        .until(
            () -> {
              page.reload();
              return page.locator("input.digits").count() == 1;
            });
    String field = page.locator("input.digits").getAttribute("id");
    String right = SCENE.termin().codeAt("ann@example.org");
    code(field, "12", "unreadable-confirmation");
    String wrong = right.equals("000000") ? "000001" : "000000";
    code(field, wrong, "wrong-code");
    SCENE.termin().recording.advance("PT11M");
    code(field, right, "expired-code");
    press("button[formaction]");
    for (int tried = 0; tried < 10 && !PROVOKED.contains("locked-code"); tried++) {
      page.fill("#" + field, wrong);
      press(".card button");
      if (page.locator(".summary").innerText().contains(TEXTS.getProperty("problem.locked-code"))) {
        isSaid("locked-code", field, "");
      }
    }
  }

  private static void code(String field, String typed, String id) {
    page.fill("#" + field, typed);
    press(".card button");
    isSaid(id, field, "");
  }

  @Test
  @Order(4)
  void everyProblemThereIsWasProvokedOrCannotBe() {
    Set<String> known = new TreeSet<>();
    TEXTS.stringPropertyNames().stream()
        .filter(key -> key.matches("problem\\.[a-z-]+"))
        .forEach(key -> known.add(key.substring("problem.".length())));
    Set<String> told = new TreeSet<>(PROVOKED);
    NOT_BY_A_FORM.values().forEach(told::addAll);
    assertThat(told).isEqualTo(known);
  }

  private static void isSaid(String id, String field, String typed) {
    String title = TEXTS.getProperty("problem." + id);
    assertThat(page.locator(".summary").count()).as(page.locator("main").innerText()).isOne();
    assertThat(page.evaluate("() => document.querySelector('main').firstElementChild.className"))
        .as("the first thing on the page")
        .isEqualTo("summary");
    var link = page.locator(".summary a[href='#" + field + "']");
    assertThat(link.innerText()).startsWith(title);
    assertThat(page.locator("#" + field + "-fault").innerText()).startsWith(title);
    if (!typed.isEmpty()) {
      assertThat(kept(field)).as("what was typed").contains(typed.split("[ .-]")[0]);
    }
    link.press("Enter");
    page.waitForFunction(IN_VIEW, field);
    page.evaluate(SCENE.checkers().axe());
    assertThat((List<?>) page.evaluate(EveryPageIT.RUN)).isEmpty();
    PROVOKED.add(id);
  }

  private static String kept(String field) {
    return page.locator("#" + field).inputValue();
  }

  /** The field is on screen, and if it can be typed into, it may be at once. */
  private static final String IN_VIEW =
      """
      id => {
        const field = document.getElementById(id);
        const box = field.getBoundingClientRect();
        const seen = box.top < innerHeight && box.bottom > 0;
        return seen && (field.tagName !== 'INPUT' || document.activeElement === field);
      }
      """;

  private static void own(String path) {
    page.navigate(SCENE.termin().supervisor.door() + "/en" + path);
  }

  private static void press(String button) {
    page.waitForNavigation(() -> page.locator(button).first().press("Enter"));
  }
}
