package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.Wording;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;

class JourneyTest {
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  static String receipt(String page) {
    Matcher shown = Pattern.compile("(?s)class=\"receipt\">(.*?)</p>").matcher(page);
    assertThat(shown.find()).isTrue();
    return shown
        .group(1)
        .replaceAll("<[^>]*>", "-")
        .replaceAll("[^0-9A-Z]+", "-")
        .replaceAll("^-|-$", "");
  }

  static Browser signUp(Door door, String phone) {
    Browser browser = new Browser(door).go("/be/start");
    assertThat(browser.status()).isEqualTo(200);
    browser.submit("/be/start/documents", Map.of("country", "PL"));
    assertThat(browser.status()).isEqualTo(200);
    browser.submit("/be/start/plan", Map.of("day0", "14.03.2028", "day1", "1.9.2027"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(200);
    assertThat(browser.text()).contains("01.09.2027").contains("14.03.2028");
    browser.submit("/be/start/contact", Map.of());
    assertThat(browser.status()).isEqualTo(200);
    browser.submit(
        "/be/start/register", Map.of("phone", phone, "wording", "discreet", "reminders", "on"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(303);
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/code");
    return browser;
  }

  static Browser home(Door door, String phone) {
    Browser browser = signUp(door, phone);
    await()
        .atMost(Duration.ofSeconds(90))
        .untilAsserted(() -> assertThat(browser.go("/be/code").text()).contains("/be/code/again"));
    browser.submit("/be/code", Map.of("code", StandIn.CODE));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/receipt");
    browser.follow();
    String code = receipt(browser.text());
    browser.submit("/be/receipt", Map.of("last", code.substring(code.length() - 4)));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/me");
    return browser.follow();
  }

  @Test
  void leadsFromTheCountryToTheOwnPageWithoutScripts() {
    Browser browser = home(door, "+48 512 001 001");
    assertThat(browser.text()).contains("/be/me/act").contains("ліпа").doesNotContain("<script");
    var register =
        standIn.seen.stream()
            .filter(Register.class::isInstance)
            .map(Register.class::cast)
            .filter(one -> one.contacts().getFirst().value().equals("+48512001001"))
            .findFirst()
            .orElseThrow();
    assertThat(register.wording()).isEqualTo(Wording.DISCREET);
    assertThat(register.situation().documents()).hasSize(2);
    assertThat(register.consents().waves()).isFalse();
  }
}
