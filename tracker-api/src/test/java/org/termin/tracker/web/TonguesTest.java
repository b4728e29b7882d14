package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.sealed.Register;
import org.termin.guidance.Guidance;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;
import org.termin.tracker.http.Tongue;

/** Whoever reads Polish or Lithuanian can do everything here in it. */
class TonguesTest {
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  /** The page as it is read, after it was held against what every page owes. */
  private static String read(Browser browser, String language) {
    String text = complete(browser, language);
    // the names of languages are written in themselves, and the stand-in has one code word
    assertThat(text.replaceAll("беларуская|русский|українська|ліпа", ""))
        .doesNotContainPattern("\\p{IsCyrillic}");
    return text;
  }

  private static String complete(Browser browser, String language) {
    String page = browser.text();
    assertThat(browser.status()).as(page).isBetween(200, 499);
    assertThat(page)
        .contains("<html lang=\"" + language + "\"")
        .doesNotContain("??", "{0}", "{1}", ">null<", "<legend></legend>");
    return HtmlUtils.htmlUnescape(page);
  }

  @ParameterizedTest
  @CsvSource({
    "pl, PL, +48512004001, Państwa plan, Złożyć można od",
    "lt, LT, +37061204001, Jūsų planas, Pateikti galima nuo"
  })
  void everyPageOfTheWayIsInTheLanguageOfItsPath(
      String language, String country, String phone, String plan, String opens) {
    String root = "/" + language;
    Browser browser = new Browser(door).go(root);
    read(browser, language);
    read(browser.go(root + "/start"), language);
    browser.submit(root + "/start/documents", Map.of("country", "XQ"));
    read(browser, language);
    browser.submit(root + "/start/documents", Map.of("country", country));
    read(browser, language);
    browser.submit(root + "/start/plan", Map.of("day0", "31", "month0", "2", "year0", "2028"));
    assertThat(browser.status()).isEqualTo(400);
    read(browser, language);
    browser.submit(
        root + "/start/plan",
        Map.of("day0", "14.03.2028", "month0", "", "year0", "", "day1", "1.9.2027", "who1", "c1"));
    assertThat(read(browser, language)).contains(plan, opens, "01.09.2027");
    browser.submit(root + "/start/contact", Map.of());
    read(browser, language);
    browser.submit(root + "/start/wording", Map.of("phone", "+375291234567"));
    read(browser, language);
    browser.submit(root + "/start/wording", Map.of("phone", phone));
    assertThat(read(browser, language))
        .containsPattern("<option value=\"" + language + "\" selected=\"selected\"");
    browser.submit(root + "/start/register", Map.of());
    assertThat(browser.status()).isEqualTo(400);
    read(browser, language);
    browser.submit(root + "/start/register", Map.of("wording", "clear", "reminders", "on"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue(root + "/code");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(browser.go(root + "/code").text()).contains("/code/again"));
    read(browser, language);
    browser.submit(root + "/code", Map.of("code", "000000"));
    read(browser, language);
    browser.submit(root + "/code", Map.of("code", StandIn.CODE));
    read(browser.follow(), language);
    String code = JourneyTest.receipt(browser.text());
    browser.submit(root + "/receipt", Map.of("last", code.substring(code.length() - 4)));
    read(browser.follow(), language);
    browser.go(root + "/me").submit(root + "/me/act", Map.of("action", "pause"));
    read(browser.follow(), language);
    for (String page : List.of("/me", "/me/change", "/me/moved", "/me/erase", "/enter")) {
      read(browser.go(root + page), language);
    }
    for (String page : List.of("/real", "/erased", "/day")) {
      read(browser.go(root + page), language);
    }
    var register =
        standIn.seen.stream()
            .filter(Register.class::isInstance)
            .map(Register.class::cast)
            .filter(one -> one.contacts().getFirst().value().equals(phone))
            .findFirst()
            .orElseThrow();
    assertThat(register.language().wire()).isEqualTo(language);
  }

  @ParameterizedTest
  @ValueSource(strings = {"pl", "lt"})
  void everyCountrysPlanAndQuestionHasWords(String language) {
    String start = "/" + language + "/start";
    for (var pack : door.context.getBean(Guidance.class).packs().values()) {
      Browser browser = new Browser(door).go(start);
      String country = pack.country().code();
      browser.submit(start + "/documents", Map.of("country", country));
      String asked = complete(browser, language);
      if (pack.question() != null) {
        for (var answer : pack.question().answers()) {
          assertThat(asked).as(country).doesNotContain("<span>" + answer.id() + "</span>");
        }
      }
      browser.submit(start + "/plan", Map.of("day0", "14.03.2028", "day1", "1.9.2027"));
      assertThat(browser.status()).as(country).isEqualTo(200);
      complete(browser, language);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "pl, '(po angielsku)', 'Co o Państwu wiemy', 'Litwa,Łotwa,Niemcy', '01.09.2027 (śr.)'",
    "lt, '(angliškai)', 'Ką apie jus žinome', 'Bulgarija,Čekija,Danija', '01.09.2027 (tr)'"
  })
  void daysAndCountriesAreNamedAndSortedAsPeopleThereDo(
      String language, String english, String privacy, String inOrder, String day) {
    String root = "/" + language;
    Browser browser = new Browser(door).go(root + "/start");
    String names =
        Pattern.compile("<option value=\"[A-Z]{2}\"[^>]*>([^<]*)<")
            .matcher(HtmlUtils.htmlUnescape(browser.text()))
            .results()
            .map(found -> found.group(1))
            .reduce("", (one, other) -> one + "," + other);
    assertThat(names).contains(inOrder);
    assertThat(read(browser, language))
        .contains("href=\"/en/privacy\" hreflang=\"en\">" + privacy + " " + english + "</a>")
        .contains("href=\"/" + language + "/real\">");
    browser.submit(root + "/start/documents", Map.of("country", "PL"));
    browser.submit(root + "/start/plan", Map.of("day1", "1.9.2027"));
    assertThat(read(browser, language)).contains(day);
  }

  @ParameterizedTest
  @CsvSource({
    "/pl/privacy, /en/privacy",
    "/lt/how, /en/how",
    "/pl/guide, /en/guide",
    "/lt/guide/pl, /en/guide/pl",
    "/pl/help/lt, /en/help/lt",
    "/lt/status, /en/status",
    "/lt/waves/lt, /en/waves/lt",
    "/pl/waves/lt/brief, /en/waves/lt/brief"
  })
  void whatIsOnlyReadLeadsToTheEnglishPage(String path, String english) {
    var answer = door.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location")).hasValue(english);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/pl/guide/PL",
        "/lt/help/p%20l",
        "/pl/guide/nowhere",
        "/lt/privacy/x",
        "/pl/waves/LT/brief"
      })
  void nothingTypedComesBackInTheAddress(String path) {
    var answer = door.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Location")).isEmpty();
    assertThat(answer.body()).contains("lang=\"" + path.substring(1, 3) + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/pl, 'be,ru,en,pl,lt'",
    "/en/start, 'be,ru,en,pl,lt'",
    "/be/real, 'be,ru,en,pl,lt'",
    "/en/privacy, 'be,ru,en'",
    "/be/guide/pl, 'be,ru,en'",
    "/ru/status, 'be,ru,en'"
  })
  void aPageOffersTheLanguagesItIsWrittenIn(String path, String languages) {
    String page = door.get(path, "Accept", "text/html").body();
    String offered =
        Pattern.compile("<a href=\"[^\"]*\"[^>]*lang=\"(..)\"")
            .matcher(page.substring(page.indexOf("<nav"), page.indexOf("</nav>")))
            .results()
            .map(found -> found.group(1))
            .reduce((one, other) -> one + "," + other)
            .orElse("");
    assertThat(offered).isEqualTo(languages);
  }

  @Test
  void theFirstPageIsTheOneOfTheBrowsersLanguage() {
    for (var one : Tongue.ALL) {
      var answer = door.get("/", "Accept-Language", one.getLanguage() + "-XX,en;q=0.5");
      assertThat(answer.headers().firstValue("Location")).hasValue("/" + one.getLanguage());
    }
    assertThat(door.get("/", "Accept-Language", "uk").headers().firstValue("Location"))
        .hasValue("/en");
  }
}
