package org.termin.tracker.organiser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.organiser.Role;
import org.termin.tracker.Door;

/** What organisers see of the waves of their community. */
class FiguresTest {
  private static final Pattern CELL = Pattern.compile("<td>(?:прыкладна )?(\\d+)</td>");

  private final Site site = Site.shared();

  @BeforeEach
  @AfterEach
  void forget() {
    site.door.store.asAdmin("delete from wave.release");
    site.door.store.asAdmin("delete from wave.opt_out");
  }

  private static String read(Guest who, String path) {
    assertThat(who.opens(path)).as(path).isEqualTo(200);
    return HtmlUtils.htmlUnescape(who.browser().text());
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void areThoseOfTheOwnCommunityWhateverTheRole(Role role) {
    UUID another = site.community();
    site.released(site.community, "PL", 200);
    site.released(another, "PL", 995);
    site.released(another, "LT", 995);
    Guest guest = site.newcomer(role, site.community).guest();
    assertThat(read(guest, "/o"))
        .contains("Апублікавана 09.11.2026.", "<a href=\"/o/waves/pl\">Польшча</a>")
        .contains("прыкладна 200 за бліжэйшыя дванаццаць месяцаў")
        .doesNotContain("/o/waves/lt", "995");
    assertThat(read(guest, "/o/waves/pl")).contains("<td>прыкладна 200</td>").doesNotContain("995");
    assertThat(read(guest, "/o/waves/lt")).contains("людзей з вашай суполкі занадта мала");
    assertThat(read(guest, "/o/waves/figures.csv"))
        .isEqualTo(
            """
            released,country,document,period_start,months,households,drawn
            2026-11-09,PL,residence-permit,2027-07-01,3,200,2026-11-09
            """);
    assertThat(guest.opens("/o/waves/pl/chart.png")).isEqualTo(200);
    assertThat(guest.opens("/o/waves/lt/chart.png")).isEqualTo(404);
  }

  /** Pictures are kept once they are drawn. */
  @Test
  void aPictureIsNeverThatOfAnotherCommunity() {
    UUID another = site.community();
    site.released(site.community, "PL", 200);
    site.released(another, "PL", 995);
    Guest there = site.newcomer(Role.MEMBER, another).guest();
    byte[] theirs = picture(there);
    assertThat(picture(site.first)).isNotEqualTo(theirs);
    assertThat(picture(there)).isEqualTo(theirs);
  }

  private byte[] picture(Guest who) {
    var answer = site.door.bytes("/o/waves/pl/chart.png", "Cookie", who.browser().cookie());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
    return answer.body();
  }

  @Test
  void noNumberBelowElevenStandsOnAnyPage() {
    // the smallest that is ever released, spread over three months
    site.released(site.community, "PL", 45);
    String page = read(site.first, "/o/waves/pl");
    var numbers =
        CELL.matcher(page).results().map(found -> Integer.parseInt(found.group(1))).toList();
    assertThat(numbers).isNotEmpty().allMatch(number -> number >= 15);
    assertThat(page).contains("<td>прыкладна 45</td>", "<td>–</td>", "– значыць менш за 15");
  }

  @Test
  void beforeTheFirstReleaseThePageSaysSo() {
    assertThat(read(site.first, "/o")).contains("Пакуль нічога не апублікавана");
    assertThat(read(site.first, "/o/waves/pl")).contains("Пакуль нічога не апублікавана");
    assertThat(read(site.first, "/o/waves/figures.csv")).hasLineCount(1);
  }

  @Test
  void howManySaidStopIsThatOfEverybodyAndNotOfACommunity() {
    assertThat(read(site.first, "/o")).contains("Колькі сем’яў кажуць СТОП", "Яшчэ не падлічана");
    site.door.store.asAdmin("insert into wave.opt_out values ('2026-11-09', 2)");
    assertThat(read(site.first, "/o")).contains("ад 2 да 4 са 100");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/o/waves/by", "/o/waves/PL", "/o/waves/nowhere", "/o/waves/by/chart.png"})
  void otherCountriesHaveNoPage(String path) {
    assertThat(site.first.opens(path)).isEqualTo(404);
  }

  @Test
  void theLoginOfResidentsPagesMayNotReadThem() {
    var residents = site.door.store.jdbc(org.termin.database.Role.TRACKER);
    assertThat(
            residents
                .sql("select has_table_privilege('wave.community_cell', 'select')")
                .query(Boolean.class)
                .single())
        .isFalse();
  }

  @Test
  void aDoorWithoutTheLoginCannotReadThem() {
    Door door = Door.with("--termin.db.organiser-password-file=");
    try {
      assertThat(door.context.getBean(CommunityFigures.class).newest(site.community)).isEmpty();
      assertThat(
              door.context.getBean(Dashboard.class).of(site.community, Locale.of("en")).readable())
          .isFalse();
    } finally {
      door.context.close();
    }
  }
}
