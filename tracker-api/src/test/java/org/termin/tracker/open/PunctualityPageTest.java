package org.termin.tracker.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.guidance.pack.BannedWords;
import org.termin.tracker.Door;

/** The status page says how punctual reminders were as far as it is known, and no further. */
class PunctualityPageTest {
  private static Door door;

  @BeforeAll
  static void open() {
    door = Door.with();
  }

  @AfterAll
  static void close() {
    door.context.close();
  }

  @BeforeEach
  void empty() {
    door.store.clear();
    // a Wednesday
    door.store.freezeClock(Instant.parse("2026-11-25T09:00:00Z"));
    door.store.asAdmin("grant select on wave.punctuality to tracker");
  }

  private static void counted(String day) {
    door.store.asAdmin("insert into wave.counted (day) values ('" + day + "')");
  }

  private static void week(String monday, int lane, String inTime) {
    door.store.asAdmin(
        "insert into wave.punctuality values ('%s', %d, %s)".formatted(monday, lane, inTime));
  }

  private static String page(String language) {
    var answer = door.get("/" + language + "/status", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return HtmlUtils.htmlUnescape(answer.body());
  }

  /** The words of the table's line for the week of that day. */
  private static List<String> line(String day) {
    String page = page("en");
    String line = page.substring(page.indexOf("<tr><th scope=\"row\">" + day));
    return List.of(line.substring(0, line.indexOf("</tr>")).replaceAll("<[^>]*>", ";").split(";+"));
  }

  @Test
  void whatWasCountedIsSaidInWordsAndInATable() {
    counted("2026-11-25");
    week("2026-11-16", 0, "null");
    week("2026-11-09", 0, "95");
    week("2026-11-09", 1, "80");
    week("2026-11-02", 0, "50");
    week("2026-11-02", 1, "0");
    assertThat(page("en"))
        .contains("Counted on 25.11.2026")
        .contains(
            "Urgent reminders, the newest week we can tell (09.11.2026 – 15.11.2026): in time for"
                + " at least 95 of 100 households.")
        .contains(
            "All other reminders, the newest week we can tell (09.11.2026 – 15.11.2026): in time"
                + " for at least 80 of 100")
        .contains("In time means: handed to the mail or SMS provider no later than 2 days")
        .doesNotContain("Attention", "than an invented one");
    assertThat(line("16.11.2026")).endsWith("too few to say", "not counted yet");
    assertThat(line("09.11.2026")).endsWith("at least 95 of 100", "at least 80 of 100");
    assertThat(line("02.11.2026")).endsWith("at least 50 of 100", "fewer than 50 of 100");
    assertThat(line("26.10.2026")).endsWith("not known", "not known");
    assertThat(line("19.10.2026")).endsWith("not known", "not known");
    assertThat(page("en")).doesNotContain("12.10.2026", "29.11.2026");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-25,false", "2026-11-23,false", "2026-11-22,true", "2026-09-01,true"})
  void whoeverHasNotCountedForMoreThanTwoDaysIsSaidToBeSilent(String day, boolean silent) {
    counted(day);
    week("2026-11-09", 0, "95");
    assertThat(page("en").contains("Attention: the part that sends has not counted since"))
        .isEqualTo(silent);
  }

  @Test
  void ofWeeksThatAreAllTooSmallNothingIsSaidInWords() {
    counted("2026-11-25");
    week("2026-11-09", 0, "null");
    week("2026-11-09", 1, "null");
    assertThat(page("en")).contains("too few to say").doesNotContain("newest week we can tell");
  }

  @Test
  void whatNobodyCountedIsSaidToBeUnknown() {
    assertThat(page("en"))
        .contains("Nothing has been counted yet", "rather show no number than an invented one")
        .doesNotContain("<table", "Counted on");
  }

  @Test
  void aStoreThatDoesNotSayItLeavesTheRestOfThePage() {
    counted("2026-11-25");
    door.store.asAdmin("revoke select on wave.punctuality from tracker");
    assertThat(page("en"))
        .contains("Signing up and changes work", "rather show no number than an invented one")
        .doesNotContain("<table");
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void thePageIsCompleteAndLightInEveryLanguage(String language) {
    counted("2026-11-21");
    for (String monday : List.of("2026-11-16", "2026-11-09", "2026-11-02", "2026-10-26")) {
      week(monday, 0, "95");
      week(monday, 1, "null");
    }
    String page = page(language);
    assertThat(page)
        .contains("16.11.2026 – 22.11.2026", "21.11.2026", "<th scope=\"col\">")
        .doesNotContain("??", "{0}", "{1}", "null", "<script", "style=\"", "http");
    assertThat(BannedWords.load().inText(page)).isEmpty();
    int style = door.get("/style.css").body().getBytes(StandardCharsets.UTF_8).length;
    assertThat(page.getBytes(StandardCharsets.UTF_8).length + style).isLessThan(40_000);
  }
}
