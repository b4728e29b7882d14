package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.sealed.Act;
import org.termin.contract.words.Action;
import org.termin.contract.words.Hurdle;
import org.termin.tracker.Browser;
import org.termin.tracker.Door;
import org.termin.tracker.StandIn;

/** What a person says of an office on their own page. */
class RefusalTest {
  private final Door door = Door.shared();
  private final StandIn standIn = Door.standIn();

  /** Somebody who agreed to be counted, on their page. */
  private Browser counted(String phone) {
    Browser browser = JourneyTest.home(door, phone).go("/be/me/change");
    browser.submit("/be/me/change", Map.of("waves", "on"));
    assertThat(browser.status()).as(browser.text()).isEqualTo(303);
    return browser.go("/be/me");
  }

  private Act last(Action action) {
    return standIn.seen.stream()
        .filter(one -> one instanceof Act act && act.action() == action)
        .map(Act.class::cast)
        .reduce((_, newer) -> newer)
        .orElseThrow();
  }

  @Test
  void whoDidNotAgreeToBeCountedIsNotAskedWhatWasMet() {
    Browser browser = JourneyTest.home(door, "+48 512 005 001");
    assertThat(browser.text())
        .contains("value=\"refused\"")
        .doesNotContain("name=\"reason\"", "no-appointment");
  }

  @Test
  void whoAgreedMaySayWhatWasMetAndNeedNot() {
    Browser browser = counted("+48 512 005 002");
    assertThat(Browser.fields(browser.form("/be/me/act"))).containsEntry("reason", "");
    browser.submit("/be/me/act", Map.of("action", "filed", "document", "1"));
    assertThat(last(Action.FILED).met()).isNull();
    browser.go("/be/me");
    browser.submit(
        "/be/me/act", Map.of("action", "done", "document", "1", "reason", "no-appointment"));
    assertThat(browser.at.headers().firstValue("Location")).hasValue("/be/me?n=done");
    assertThat(last(Action.DONE).met()).isEqualTo(Hurdle.NO_APPOINTMENT);
  }

  @Test
  void aReasonIsNotSentWithWhatIsNotDoneAtAnOffice() {
    Browser browser = counted("+48 512 005 003");
    browser.submit(
        "/be/me/act", Map.of("action", "lost", "document", "1", "reason", "no-appointment"));
    assertThat(last(Action.LOST).met()).isNull();
  }

  @Test
  void whatIsNoReasonOfOursIsRefusedAndNotRepeated() {
    Browser browser = counted("+48 512 005 004");
    browser.submit("/be/me/act", Map.of("action", "refused", "document", "1", "reason", "zorka7"));
    assertThat(browser.status()).isEqualTo(400);
    assertThat(browser.text()).contains("Такой прычыны няма.").doesNotContain("zorka7");
  }

  @ParameterizedTest
  @CsvSource({
    "be, +48512005011, Нагадванні ідуць далей",
    "ru, +48512005012, Напоминания идут дальше",
    "en, +48512005013, Reminders go on",
    "pl, +48512005014, Przypomnienia będą dalej przychodzić",
    "lt, +48512005015, Priminimai tęsiasi"
  })
  void afterARefusalThePageSaysWhatToDoNextWithThatDocument(
      String language, String phone, String said) {
    Browser browser = JourneyTest.home(door, phone).go("/" + language + "/me");
    browser.submit("/" + language + "/me/act", Map.of("action", "refused", "document", "2"));
    assertThat(browser.at.headers().firstValue("Location"))
        .hasValue("/" + language + "/me?n=refused&d=2");
    String page = HtmlUtils.htmlUnescape(browser.follow().text());
    String headline =
        Pattern.compile("id=\"d2\".*?<p class=\"headline\">([^<]*)<", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .findFirst()
            .orElseThrow();
    assertThat(headline).isNotBlank();
    assertThat(page)
        .contains(said)
        .containsPattern("<a href=\"#d2\">[^<]+</a>: <span>\\Q" + headline + "\\E</span>")
        .doesNotContain("<a href=\"#d1\"", "??", "onsul");
  }

  @ParameterizedTest
  @CsvSource({"9", "x", "''", "2%22", "-1"})
  void aDocumentNobodyHasLeadsNowhere(String document) {
    Browser browser = JourneyTest.home(door, "+4851200502" + Math.abs(document.hashCode() % 10));
    browser.go("/en/me?n=refused&d=" + document);
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.text()).contains("Noted: refused.").doesNotContain("<a href=\"#d");
  }
}
