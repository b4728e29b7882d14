package org.termin.tracker.open;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.guidance.pack.BannedWords;
import org.termin.tracker.Door;

/** The status page says how many say stop as roughly as it was counted, and no further. */
class OptOutPageTest {
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
    door.store.freezeClock(Instant.parse("2026-11-25T09:00:00Z"));
    door.store.asAdmin("grant select on wave.opt_out to tracker");
  }

  private static void released(String day, String ofHundred) {
    door.store.asAdmin("insert into wave.opt_out values ('%s', %s)".formatted(day, ofHundred));
  }

  private static String page(String language) {
    var answer = door.get("/" + language + "/status", "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return HtmlUtils.htmlUnescape(answer.body());
  }

  @ParameterizedTest
  @CsvSource({
    "0, fewer than 1 of 100",
    "1, about 1 of 100",
    "2, 2 to 4 of 100",
    "5, 5 to 9 of 100",
    "10, 10 of 100 or more"
  })
  void theNewestReleaseIsSaidInOneSentence(String step, String words) {
    released("2026-10-12", "null");
    released("2026-11-09", step);
    assertThat(page("en"))
        .contains(
            "Of the households we wrote to in the four weeks before 09.11.2026, "
                + words
                + " said STOP.")
        .doesNotContain("12.10.2026", "Not counted yet: it is");
  }

  @Test
  void ofTooFewOnlyThisIsSaid() {
    released("2026-10-12", "5");
    released("2026-11-09", "null");
    assertThat(page("en"))
        .contains("In the four weeks before 09.11.2026 we wrote to too few households")
        .doesNotContain("of 100 said STOP", "or more said STOP");
  }

  @ParameterizedTest
  @CsvSource({"2026-10-05,true", "2026-09-28,false"})
  void whatIsOlderThanEightWeeksIsNotSaidAnyMore(String day, boolean said) {
    released(day, "1");
    assertThat(page("en").contains("about 1 of 100 said STOP")).isEqualTo(said);
    assertThat(page("en").contains("Not counted yet: it is")).isNotEqualTo(said);
  }

  @Test
  void aStoreThatDoesNotSayItLeavesTheRestOfThePage() {
    released("2026-11-09", "1");
    door.store.asAdmin("revoke select on wave.opt_out from tracker");
    assertThat(page("en")).contains("Signing up and changes work", "Not counted yet: it is");
  }

  @ParameterizedTest
  @CsvSource({"be, 5 да 9 са 100", "ru, 5 до 9 из 100", "en, 5 to 9 of 100"})
  void itIsSaidInEveryLanguage(String language, String words) {
    released("2026-11-09", "5");
    String page = page(language);
    assertThat(page)
        .contains(words, "09.11.2026")
        .doesNotContain("??", "{0}", "{1}", "null", "<script", "style=\"");
    assertThat(BannedWords.load().inText(page)).isEmpty();
  }
}
