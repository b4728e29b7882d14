package org.termin.tracker.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.words.Hurdle;
import org.termin.database.Role;
import org.termin.tracker.Door;

/** What was met at offices, as it is shown to everybody. */
class ReportsPageTest {
  private final Door door = Door.shared();

  private void released(String day) {
    door.store
        .jdbc(Role.NOTIFIER)
        .sql("insert into wave.release values (cast(? as date))")
        .param(day)
        .update();
  }

  private void cell(String day, String reason, int households) {
    door.store
        .jdbc(Role.NOTIFIER)
        .sql(
            """
            insert into wave.report_cell (released, country, reason, households, drawn)
            values (cast(? as date), 'PL', ?, ?, '2026-10-12')
            """)
        .params(List.of(day, reason, households))
        .update();
  }

  @AfterEach
  void forget() {
    door.store.asAdmin("delete from wave.release");
  }

  private String page(String path) {
    var answer = door.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(200);
    return HtmlUtils.htmlUnescape(answer.body());
  }

  @Test
  void beforeTheFirstReleaseNothingIsSaidOfOffices() {
    assertThat(page("/en/waves/pl")).doesNotContain("What people met there");
    assertThat(door.get("/api/v1/waves/reports").body()).isEqualTo("[]");
  }

  @ParameterizedTest
  @CsvSource({
    "be, Пакуль сказалі занадта мала хто",
    "ru, Пока сказали слишком немногие",
    "en, Too few have said anything yet"
  })
  void whereFewSaidSomethingThePageSaysSo(String language, String few) {
    released("2026-11-09");
    assertThat(page("/" + language + "/waves/pl")).contains(few).doesNotContain("<table", "??");
  }

  @Test
  void whatManyMetStandsFirstAndLeadsToTheRules() {
    released("2026-10-12");
    cell("2026-10-12", "too-early", 900);
    released("2026-11-09");
    cell("2026-11-09", "no-appointment", 60);
    cell("2026-11-09", "consular-proof", 125);
    String page = page("/en/waves/pl");
    assertThat(page)
        .containsPattern(
            "A paper from the consulate was asked for</th><td>about 125</td>\\s*</tr>\\s*<tr>"
                + "<th scope=\"row\">No appointment was to be had</th><td>about 60</td>")
        .contains("Counted anew: 12.10.2026.", "A number here is a sign", "href=\"/en/guide/pl\"")
        .doesNotContain("900");
    assertThat(page("/en/waves/lt")).contains("Too few have said anything yet.");
  }

  @ParameterizedTest
  @EnumSource(Hurdle.class)
  void everyReasonHasWords(Hurdle hurdle) {
    released("2026-11-09");
    cell("2026-11-09", hurdle.wire(), 60);
    assertThat(page("/be/waves/pl")).contains("<td>прыкладна 60</td>").doesNotContain("??");
  }

  @Test
  void programsReadTheNewestReleaseOnly() {
    released("2026-10-12");
    cell("2026-10-12", "too-early", 900);
    released("2026-11-09");
    cell("2026-11-09", "consular-proof", 125);
    assertThat(door.get("/api/v1/waves/reports").body())
        .isEqualTo(
            "[{\"released\":\"2026-11-09\",\"country\":\"PL\",\"reason\":\"consular-proof\","
                + "\"households\":125,\"drawn\":\"2026-10-12\"}]");
  }
}
