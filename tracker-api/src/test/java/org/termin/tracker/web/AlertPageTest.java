package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Alert;
import org.termin.contract.words.Country;
import org.termin.contract.words.Situation;
import org.termin.contract.words.Wording;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;

/** From the page of waves to a receipt code, and back to change what was asked for. */
class AlertPageTest {
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  private static String complete(Browser browser, String language) {
    String page = browser.text();
    assertThat(browser.status()).as(page).isBetween(200, 499);
    assertThat(page)
        .contains("<html lang=\"" + language + "\"")
        .doesNotContain("??", "{0}", ">null<", "<legend></legend>");
    return HtmlUtils.htmlUnescape(page);
  }

  private Browser signedUp(String language, String phone) {
    String root = "/" + language;
    Browser browser = new Browser(door).go(root + "/alerts");
    complete(browser, language);
    browser.submit(
        root + "/alerts",
        Map.of("country", "PL", "alert", "250", "phone", phone, "reminders", "on"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(303);
    assertThat(browser.at.headers().firstValue("Location")).hasValue(root + "/code");
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(browser.go(root + "/code").text()).contains("/code/again"));
    browser.submit(root + "/code", Map.of("code", StandIn.CODE));
    browser.follow();
    String code = JourneyTest.receipt(browser.text());
    browser.submit(root + "/receipt", Map.of("last", code.substring(code.length() - 4)));
    return browser.follow();
  }

  @ParameterizedTest
  @CsvSource({
    "be, +48512140001, хваляй не менш за 250",
    "ru, +48512140002, волной не меньше 250",
    "en, +48512140003, a wave of at least 250",
    "pl, +48512140004, falą co najmniej 250",
    "lt, +48512140005, bangą"
  })
  void theWayEndsWithAReceiptCodeAndAPageOfItsOwn(String language, String phone, String said) {
    Browser browser = signedUp(language, phone);
    assertThat(complete(browser, language)).contains(said);
    assertThat(complete(browser.go("/" + language + "/me"), language))
        .contains(said, "/waves\"")
        .doesNotContain("/me/moved", "calendar.ics");
    Register sealed =
        standIn.seen.stream()
            .filter(Register.class::isInstance)
            .map(Register.class::cast)
            .filter(one -> one.contacts().getFirst().value().equals(phone))
            .findFirst()
            .orElseThrow();
    assertThat(sealed.situation()).isEqualTo(Situation.waiting(new Country("PL"), new Alert(250)));
    assertThat(sealed.wording()).isEqualTo(Wording.DISCREET);
    assertThat(sealed.language().wire()).isEqualTo(language);
    assertThat(sealed.consents().waves()).isFalse();
  }

  @Test
  void aFaultStandsBesideItsFieldAndNothingTypedIsLost() {
    Browser browser = new Browser(door).go("/en/alerts");
    browser.submit("/en/alerts", Map.of("alert", "500", "phone", "+375291234567"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(complete(browser, "en"))
        .contains("id=\"country-fault\"", "id=\"phone-fault\"", "id=\"consents-fault\"")
        .contains("value=\"+375291234567\"")
        .contains("<option value=\"500\" selected=\"selected\">");
  }

  @Test
  void aFormOfAnotherPlaceTakesNobodyIn() {
    long before = standIn.seen.size();
    var answer =
        door.form(
            "/en/alerts",
            Map.of("country", "PL", "alert", "50", "phone", "+48512140006", "reminders", "on"));
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("value=\"+48512140006\"");
    assertThat(
            standIn.seen.stream()
                .skip(before)
                .filter(Register.class::isInstance)
                .map(Register.class::cast)
                .filter(one -> one.contacts().getFirst().value().equals("+48512140006")))
        .isEmpty();
  }

  @Test
  void countryAndSizeAreChangedOnTheOwnPage() {
    Browser browser = signedUp("en", "+48512140007").go("/en/me/change");
    assertThat(complete(browser, "en"))
        .contains("<option value=\"250\" selected=\"selected\">")
        .doesNotContain("name=\"day0\"", "name=\"wording\"", "name=\"waves\"");
    browser.submit("/en/me/change", Map.of("country", "LT", "alert", "1000"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(303);
    Change change =
        standIn.seen.stream()
            .filter(Change.class::isInstance)
            .map(Change.class::cast)
            .reduce((_, last) -> last)
            .orElseThrow();
    assertThat(change.situation())
        .isEqualTo(Situation.waiting(new Country("LT"), new Alert(1_000)));
    assertThat(change.contacts()).hasSize(1);
    assertThat(complete(browser.go("/en/me"), "en")).contains("Lithuania", "at least 1,000");
  }

  @Test
  void thePageOfWavesLeadsThere() {
    assertThat(new Browser(door).go("/en/waves").text()).contains("href=\"/en/alerts\"");
  }
}
