package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.termin.contract.sealed.Change;
import org.termin.contract.sealed.Register;
import org.termin.contract.words.HeldDocument;
import org.termin.contract.words.Situation;
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
    browser.submit("/be/start/wording", Map.of("phone", phone));
    assertThat(browser.status()).isEqualTo(200);
    browser.submit("/be/start/register", Map.of("wording", "discreet", "reminders", "on"));
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
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/done");
    browser.follow();
    return browser.go("/be/me");
  }

  @Test
  void endsWithTheDayOfTheFirstReminderAndWhatHelpsMost() {
    Browser browser = home(door, "+48 512 001 010").go("/en/done");
    assertThat(browser.text())
        .contains("Done. We will write in time.")
        .containsPattern("We write first about [0-9]{2}\\.[0-9]{2}\\.20[0-9]{2} \\(")
        .contains("<strong>ліпа</strong>")
        .contains("What helps most now")
        .contains("Check the date of your residence permit")
        .doesNotContain("not confirmed");
  }

  @Test
  void saysAtItsEndThatTheCodeIsMissing() {
    Browser browser = signUp(door, "+48 512 001 011").go("/be/receipt");
    String code = receipt(browser.text());
    browser.submit("/be/receipt", Map.of("last", code.substring(code.length() - 4)));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/done");
    assertThat(browser.follow().status()).isEqualTo(200);
    assertThat(browser.text()).contains("Застаўся адзін крок").contains("href=\"/be/code\"");
  }

  @Test
  void marksADayOfFilingThatCannotBeAndKeepsIt() {
    Browser browser = home(door, "+48 512 001 012").go("/en/me");
    browser.submit("/en/me/act", Map.of("action", "filed", "document", "2", "on", "31.2.2026"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text())
        .contains("href=\"#on2\"")
        .contains("id=\"on2-fault\"")
        .contains("value=\"31.2.2026\"");
  }

  @Test
  void givesThePlanAsACalendarToPeopleWhoLeaveNoContact() {
    Browser browser = new Browser(door).go("/be/start");
    browser.submit("/be/start/documents", Map.of("country", "PL"));
    browser.submit("/be/start/plan", Map.of("day0", "14.03.2028"));
    String form = browser.form("/be/start/contact");
    assertThat(form).contains("formaction=\"/be/start/calendar\"");
    browser.press("/be/start/calendar", Browser.fields(form));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text())
        .startsWith("BEGIN:VCALENDAR")
        .contains("DTSTART;VALUE=DATE:20280314")
        .doesNotContain("пашпарт");
    assertThat(browser.at.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void goingBackToTheContactLosesNoAnswer() {
    Browser browser = new Browser(door).go("/en/start");
    browser.submit("/en/start/documents", Map.of("country", "PL"));
    browser.submit("/en/start/plan", Map.of("day0", "14.03.2028"));
    browser.submit("/en/start/contact", Map.of());
    browser.submit("/en/start/wording", Map.of("phone", "+48 512 001 020"));
    Map<String, String> typed =
        new java.util.LinkedHashMap<>(Browser.fields(browser.form("/en/start/register")));
    typed.putAll(
        Map.of("wording", "discreet", "language", "lt", "community", "ABC", "reminders", "on"));
    browser.press("/en/start/contact", typed);
    browser.submit("/en/start/wording", Map.of("phone", "+48 512 001 021"));
    assertThat(Browser.fields(browser.form("/en/start/register")))
        .containsEntry("phone", "+48 512 001 021")
        .containsEntry("wording", "discreet")
        .containsEntry("community", "ABC")
        .containsEntry("language", "lt")
        .containsKey("reminders")
        .doesNotContainKey("waves");
  }

  @Test
  void aChosenCodeWordOutlivesAMistypedDay() {
    Browser browser = home(door, "+48 512 001 022").go("/en/me/change");
    Matcher offered =
        Pattern.compile("name=\"codeWord\" value=\"([^\"]+)\"").matcher(browser.text());
    assertThat(offered.find()).isTrue();
    browser.submit("/en/me/change", Map.of("day0", "31.2.2028", "codeWord", offered.group(1)));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(Browser.fields(browser.form("/en/me/change")))
        .containsEntry("codeWord", offered.group(1));
  }

  @Test
  void aZoneOfTheCountryChosenBeforeIsForgotten() {
    Browser browser = home(door, "+48 512 001 023").go("/en/me/moved");
    browser.submit("/en/me/moved", Map.of("country", "US"));
    assertThat(browser.text()).contains("America/New_York");
    browser.submit("/en/me/moved", Map.of("country", "LT"));
    assertThat(browser.status()).isEqualTo(303);
    var change =
        standIn.seen.stream()
            .filter(org.termin.contract.sealed.Change.class::isInstance)
            .map(org.termin.contract.sealed.Change.class::cast)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(change.zone()).hasToString("Europe/Vilnius");
  }

  @Test
  void putsTheNearestDeadlineFirstAndOfOneDayTheChildrens() {
    Browser browser = new Browser(door).go("/en/start");
    browser.submit("/en/start/documents", Map.of("country", "PL"));
    browser.submit("/en/start/documents", Map.of("add", "child"));
    browser.submit(
        "/en/start/plan", Map.of("day0", "2033-03-14", "day2", "2030-03-14", "day3", "2033-03-14"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(200);
    assertThat(browser.text())
        .containsSubsequence(
            "Travel document · Adult 1", "Passport · Child 1", "Passport · Adult 1");
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

  @Test
  void marksEveryFaultBesideItsFieldAndKeepsWhatWasTyped() {
    Browser browser = new Browser(door).go("/en/start");
    browser.submit("/en/start/documents", Map.of("country", "PL"));
    browser.submit("/en/start/plan", Map.of("day0", "14.03.2019", "day1", "31.2.2027"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text())
        .contains("This day is over.")
        .contains("There is no such day.")
        .contains("value=\"31\"")
        .contains("href=\"#day1\"");
    browser.submit(
        "/en/start/plan", Map.of("day0", "14.03.2019", "expired0", "on", "day1", "28.2.2028"));
    assertThat(browser.status()).isEqualTo(200);
  }

  @Test
  void hasNoDefaultWordingAndAsksForConsent() {
    Browser browser = new Browser(door).go("/en/start");
    browser.submit("/en/start/documents", Map.of("country", "ES"));
    browser.submit("/en/start/plan", Map.of("day0", "14.03.2028"));
    browser.submit("/en/start/contact", Map.of());
    browser.submit("/en/start/wording", Map.of("phone", "+375 29 123 45 67"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("We never write to this number");
    browser.submit("/en/start/wording", Map.of("phone", "+34 612 00 19 01"));
    assertThat(browser.form("/en/start/register")).doesNotContain("checked");
    browser.submit("/en/start/register", Map.of());
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text())
        .contains("Please choose how the messages may read.")
        .contains("We need your yes");
  }

  @Test
  void asksForTheZoneWhereACountryHasSeveral() {
    Browser browser = new Browser(door).go("/en/start");
    browser.submit("/en/start/documents", Map.of("country", "CA"));
    browser.submit("/en/start/plan", Map.of("day0", "14.03.2028"));
    browser.submit("/en/start/contact", Map.of());
    browser.submit("/en/start/wording", Map.of("mail", "ann@example.org"));
    assertThat(browser.text()).contains("America/Vancouver");
  }

  @Test
  void refusesFormsOfOthersAndLosesNothingTyped() {
    Browser browser = new Browser(door).go("/be/start");
    browser.submit("/be/start/documents", Map.of("country", "PL"));
    browser.submit("/be/start/plan", Map.of("day0", "14.03.2028"));
    browser.submit("/be/start/contact", Map.of());
    browser.submit("/be/start/wording", Map.of("phone", "+48512001900"));
    browser.cookie("");
    int before = registrations();
    browser.submit("/be/start/register", Map.of("wording", "clear", "reminders", "on"));
    assertThat(browser.status()).isEqualTo(403);
    assertThat(browser.text()).contains("+48512001900").contains("14.03.2028");
    browser.submit("/be/start/register", Map.of());
    assertThat(browser.status()).isEqualTo(303);
    await().atMost(Duration.ofSeconds(90)).until(() -> registrations() > before);
  }

  private int registrations() {
    return (int)
        standIn.seen.stream()
            .filter(
                one ->
                    one instanceof Register register
                        && register.contacts().getFirst().value().equals("+48512001900"))
            .count();
  }

  @Test
  void changesNothingWithoutTheTokenOfThePage() {
    Browser browser = home(door, "+48 512 001 002");
    for (String path :
        java.util.List.of("/be/me/act", "/be/me/change", "/be/me/moved", "/be/code")) {
      browser.press(path, Map.of("action", "erase", "version", "2", "code", "123456"));
      assertThat(browser.status()).as(path).isEqualTo(403);
      browser.press(path, Map.of("action", "erase", "version", "2", "form", "AAAA"));
      assertThat(browser.status()).as(path).isEqualTo(403);
      assertThat(browser.at.headers().firstValue("Set-Cookie")).as(path).isEmpty();
    }
    assertThat(browser.go("/be/me").status()).isEqualTo(200);
    assertThat(browser.go("/be/me/act").status()).isEqualTo(405);
  }

  @Test
  void showsWhatWasNotedAndTakesItBack() {
    Browser browser = home(door, "+48 512 001 003");
    browser.submit("/be/me/act", Map.of("action", "filed", "document", "1"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/me?n=filed");
    assertThat(browser.follow().text()).contains("Запісана: пададзена.");
    browser.submit("/be/me/act", Map.of("action", "pause"));
    assertThat(browser.follow().text()).contains("Нагадванні прыпыненыя.").contains("\"resume\"");
  }

  @Test
  void tellsALostRace() {
    Browser browser = home(door, "+48 512 001 004");
    browser.submit("/be/me/act", Map.of("action", "pause", "version", "77"));
    assertThat(browser.status()).isEqualTo(409);
    assertThat(browser.text()).contains("Тым часам нешта змянілася.");
  }

  @Test
  void changesDatesAndMovesToAnotherCountry() {
    Browser browser = home(door, "+48 512 001 005");
    browser.go("/be/me/change").submit("/be/me/change", Map.of("day1", "2.9.2027"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/me?n=changed");
    assertThat(browser.follow().text()).contains("02.09.2027");
    browser.go("/be/me/moved").submit("/be/me/moved", Map.of("country", "US"));
    assertThat(browser.status()).isEqualTo(400);
    browser.submit("/be/me/moved", Map.of("zone", "America/Chicago"));
    assertThat(browser.follow().text()).contains("Злучаныя Штаты");
  }

  @Test
  void deletingSomebodyRenumbersNobodyElse() {
    Browser browser = home(door, "+48 512 001 031").go("/be/me/change");
    browser.submit("/be/me/change", Map.of("add", "child"));
    browser.submit("/be/me/change", Map.of("day3", "7.7.2029"));
    assertThat(browser.follow().text()).contains("07.07.2029");
    HeldDocument child = changed().document(3).orElseThrow();
    assertThat(child.person()).isEqualTo(2);
    browser.go("/be/me/change").submit("/be/me/change", Map.of("gone0", "on", "gone1", "on"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(303);
    assertThat(changed().documents())
        .singleElement()
        .satisfies(left -> assertThat(left.person()).isEqualTo(child.person()));
    assertThat(changed().person(child.person()).child()).isTrue();
    assertThat(browser.follow().text()).contains("07.07.2029");
  }

  private Situation changed() {
    return standIn.seen.stream()
        .filter(Change.class::isInstance)
        .map(Change.class::cast)
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .situation();
  }

  @Test
  void startsAnewWithTheDateOfTheSuccessor() {
    Browser browser = home(door, "+48 512 001 008");
    browser.submit("/be/me/act", Map.of("action", "filed", "document", "2"));
    browser.go("/be/me/change").submit("/be/me/change", Map.of("day1", "5.5.2030"));
    var change =
        standIn.seen.stream()
            .filter(org.termin.contract.sealed.Change.class::isInstance)
            .map(org.termin.contract.sealed.Change.class::cast)
            .reduce((earlier, later) -> later)
            .orElseThrow();
    assertThat(change.situation().document(2).orElseThrow().state())
        .isEqualTo(org.termin.contract.words.DocumentState.HELD);
  }

  @Test
  void givesANewReceiptCodeThatOpensThePageAfterLeaving() {
    Browser browser = home(door, "+48 512 001 006");
    browser.submit("/be/me/act", Map.of("action", "new-code"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/receipt?n=new");
    String code = receipt(browser.follow().text());
    browser.submit("/be/receipt", Map.of("last", "!!!!"));
    assertThat(browser.status()).isEqualTo(422);
    browser.submit("/be/receipt", Map.of("last", code.substring(code.length() - 4)));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/me");
    browser.follow().submit("/be/exit", Map.of());
    assertThat(browser.at.headers().firstValue("Clear-Site-Data")).isPresent();
    assertThat(browser.cookie()).isEqualTo("__Host-termin=");
    assertThat(browser.go("/be/me").status()).isEqualTo(303);
    browser.go("/be/enter").submit("/be/enter", Map.of("receipt", code));
    assertThat(browser.follow().status()).isEqualTo(200);
  }

  @Test
  void erasesAtOnce() {
    Browser browser = home(door, "+48 512 001 007");
    String cookie = browser.cookie();
    browser.go("/be/me/erase").submit("/be/me/act", Map.of("action", "erase"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/erased");
    assertThat(browser.at.headers().firstValue("Clear-Site-Data")).isPresent();
    browser.cookie(cookie).go("/be/me");
    assertThat(browser.status()).isEqualTo(303);
  }

  @Test
  void saysTheSameToUnknownMalformedAndErasedCodes() {
    java.util.List<String> pages = new java.util.ArrayList<>();
    Browser browser = new Browser(door).go("/be/enter");
    for (String typed :
        java.util.List.of("abc", "", org.termin.contract.sealed.ReceiptCode.random().display())) {
      browser.submit("/be/enter", Map.of("receipt", typed));
      assertThat(browser.status()).isEqualTo(303);
      pages.add(browser.follow().text());
    }
    assertThat(pages).containsOnly(pages.getFirst());
    assertThat(pages.getFirst()).contains("aria-invalid=\"true\"");
  }

  @ParameterizedTest
  @CsvSource({"unknown-code, true", "too-many-requests, true", "ended, false", "x, false"})
  void thePageOfTheCodeSaysOnlyFaultsOfItsForm(String fault, boolean said) {
    Browser browser = new Browser(door).go("/en/enter?fault=" + fault);
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text().contains("aria-invalid=\"true\"")).isEqualTo(said);
  }

  @Test
  void aCodeWordThatIsNotOnTheListIsNotSaidAgain() {
    Browser browser = home(door, "+48 512 001 033").go("/en/me/change");
    browser.submit("/en/me/change", Map.of("add", "child", "codeWord", "somebody's name"));
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).doesNotContain("somebody");
  }

  @Test
  void asksNoOtherPlaceForAnything() {
    for (String path :
        java.util.List.of(
            "/be",
            "/ru",
            "/en",
            "/be/start",
            "/ru/enter",
            "/en/real",
            "/be/privacy",
            "/ru/how",
            "/be/guide",
            "/ru/help",
            "/en/status",
            "/be/waves",
            "/be/alerts",
            "/be/day",
            "/en/erased")) {
      Browser browser = new Browser(door).go(path);
      assertThat(browser.status()).as(path).isEqualTo(200);
      assertThat(browser.text())
          .as(path)
          .doesNotContain("??")
          .doesNotContain("<script")
          .doesNotContain("style=\"")
          .doesNotContain("http://")
          .doesNotContain("https://");
      assertThat(browser.text()).containsAnyOf("<title>Termin</title>", "<title>Каляндар</title>");
    }
  }
}
