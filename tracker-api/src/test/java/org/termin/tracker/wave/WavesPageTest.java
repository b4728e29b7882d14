package org.termin.tracker.wave;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.database.Role;
import org.termin.tracker.Door;

class WavesPageTest {
  private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

  private final Door door = Door.shared();

  private void released(String day) {
    door.store
        .jdbc(Role.NOTIFIER)
        .sql("insert into wave.release values (cast(? as date))")
        .param(day)
        .update();
  }

  private void cell(String document, String start, int months, int households) {
    cell("2026-11-09", document, start, months, households);
  }

  private void cell(String released, String document, String start, int months, int households) {
    door.store
        .jdbc(Role.NOTIFIER)
        .sql(
            """
            insert into wave.cell
              (released, country, document, period_start, months, households, drawn)
            values (cast(? as date), 'PL', ?, cast(? as date), ?, ?, '2026-10-12')
            """)
        .params(List.of(released, document, start, months, households))
        .update();
  }

  private void before(String document, String start, int months, int households) {
    cell("2026-10-12", document, start, months, households);
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

  @ParameterizedTest
  @CsvSource({
    "be, Пакуль нічога не апублікавана",
    "ru, Пока ничего не опубликовано",
    "en, Nothing has been released yet"
  })
  void beforeTheFirstReleaseThePageSaysSo(String language, String said) {
    assertThat(page("/" + language + "/waves")).contains(said);
    assertThat(page("/" + language + "/waves/pl")).contains(said).doesNotContain("<table");
  }

  @Test
  void theListSaysHowManyThereAreInAYearAndWhenTheNextReleaseComes() {
    released("2026-10-12");
    released("2026-11-09");
    cell("passport", "2026-10-01", 3, 60);
    cell("residence-permit", "2027-07-01", 3, 200);
    cell("residence-permit", "2028-01-01", 3, 999_995);
    assertThat(page("/en/waves"))
        .contains("Released on 09.11.2026.", "Next one: 07.12.2026.")
        .contains("<a href=\"/en/waves/pl\">Poland</a>: <span>about 260 in the next twelve months")
        .doesNotContain("/en/waves/lt");
  }

  @Test
  void aCountrysTableSaysFiguresAndWhereThereAreTooFew() {
    released("2026-11-09");
    cell("passport", "2027-01-01", 3, 60);
    cell("residence-permit", "2027-04-01", 1, 200);
    assertThat(page("/en/waves/pl"))
        .containsPattern(
            "<th scope=\"row\">01–03.2027</th><td>about 60</td><td>too few to say</td>")
        .containsPattern("<th scope=\"row\">04.2027</th><td>too few to say</td><td>about 200</td>")
        .contains("Counted anew: 12.10.2026.", "href=\"/en/guide/pl\"");
    assertThat(page("/en/waves/lt")).contains("Too few to say anything about this country.");
  }

  @Test
  void aMonthsFigureIsNotTakenForAQuarters() {
    released("2026-11-09");
    cell("passport", "2027-04-01", 1, 60);
    cell("residence-permit", "2027-04-01", 3, 200);
    assertThat(page("/en/waves/pl"))
        .contains(
            "<th scope=\"row\">04.2027</th><td>about 60</td><td>–</td><td>too few to say</td>")
        .contains("<th scope=\"row\">04–06.2027</th><td>–</td><td>about 200</td><td>too few");
  }

  @Test
  void aCountrysPageSaysWhatTheRulesMakeOfIt() {
    LocalDate quarter = TODAY.withMonth(TODAY.getMonth().firstMonthOfQuarter().getValue());
    LocalDate ahead = quarter.withDayOfMonth(1).plusMonths(15);
    released("2026-11-09");
    cell("residence-permit", ahead.toString(), 3, 1_200);
    String page = page("/en/waves/pl");
    assertThat(page)
        .contains("What the rules make of it", "href=\"/api/v1/waves.csv\"")
        .contains("<td>1200</td>");
    // about three months before it ends, by the rules of Poland
    assertThat(begins(page)).isBetween(1_190, 1_210);
    assertThat(page).doesNotContain("should have begun already");
  }

  /** The sum of the second table's first numbers. */
  private static int begins(String page) {
    return Pattern.compile("<th scope=\"row\">[^<]*</th><td>(\\d+)</td>")
        .matcher(page)
        .results()
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .sum();
  }

  @Test
  void aCountrysPageShowsAPictureOfItsFigures() throws IOException {
    released("2026-11-09");
    cell("residence-permit", "2027-07-01", 3, 200);
    assertThat(page("/be/waves/pl")).contains("<img src=\"/be/waves/pl/chart.png\"");
    var answer = door.bytes("/be/waves/pl/chart.png");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/png");
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(answer.body()));
    assertThat(picture.getWidth()).isEqualTo(1_344);
    assertThat(picture.getHeight()).isEqualTo(640);
    // a bar of permits stands in it
    assertThat(
            IntStream.range(0, 1_344 * 640)
                .filter(at -> picture.getRGB(at % 1_344, at / 1_344) == 0xffe0a030)
                .count())
        .isGreaterThan(2_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/waves/lt/chart.png", "/en/waves/by/chart.png", "/en/waves/by/brief"})
  void whereNothingIsSaidThereIsNoPicture(String path) {
    released("2026-11-09");
    assertThat(door.get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void aReleaseStandsBesideTheOneBefore() {
    released("2026-10-12");
    released("2026-11-09");
    before("passport", "2027-01-01", 3, 100);
    before("residence-permit", "2027-04-01", 3, 100);
    before("travel-document", "2026-07-01", 3, 70);
    before("travel-document", "2027-07-01", 3, 70);
    cell("passport", "2027-01-01", 3, 100);
    cell("residence-permit", "2027-04-01", 3, 250);
    cell("residence-permit", "2027-07-01", 3, 60);
    String page = page("/en/waves/pl");
    assertThat(page)
        .contains("What is new since 12.10.2026")
        .contains(
            "<th scope=\"row\">04–06.2027</th><td>Residence permit</td><td>about"
                + " 100</td><td>about 250</td>")
        .contains(
            "<th scope=\"row\">07–09.2027</th><td>Residence permit</td><td>too few to"
                + " say</td><td>about 60</td>")
        .contains(
            "<th scope=\"row\">07–09.2027</th><td>Travel document</td><td>about"
                + " 70</td><td>too few to say</td>")
        .contains("a difference below 85 may be nothing but that")
        .doesNotContain("07.2026");
  }

  @Test
  void aReleaseThatSaysTheSameAgainSaysSo() {
    released("2026-10-12");
    released("2026-11-09");
    before("passport", "2027-01-01", 3, 100);
    cell("passport", "2027-01-01", 3, 100);
    assertThat(page("/en/waves/pl")).contains("No figure is another one than on 12.10.2026");
  }

  @Test
  void aWayThatMayNotBeExtendedSaysForHowMany() {
    released("2026-11-09");
    cell("passport", "2027-07-01", 3, 200);
    cell("residence-permit", "2027-07-01", 3, 300);
    // the simplified way to a Polish travel document
    assertThat(page("/en/waves/pl"))
        .contains("If a way is not extended", "was known to be open until 30.06.2026")
        .contains("about 200 of these households");
  }

  @Test
  void theBriefSaysFiguresTheRuleAndHowOthersDoIt() {
    released("2026-11-09");
    cell("passport", "2027-07-01", 3, 200);
    assertThat(page("/en/waves/pl/brief"))
        .contains("Poland: documents of Belarusian citizens in the next two years")
        .contains("Passport – about 200")
        .contains(
            "The rule that binds", "How other countries do it", "Figures released on 09.11.2026")
        .contains("Lithuania (")
        .doesNotContain("Poland (");
    assertThat(page("/en/waves/lt/brief")).contains("Too few to say anything about this country.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/en/waves/by", "/be/waves/PL", "/ru/waves/nowhere"})
  void otherCountriesHaveNoPage(String path) {
    assertThat(door.get(path, "Accept", "text/html").statusCode()).isEqualTo(404);
  }
}
