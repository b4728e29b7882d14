package org.termin.tracker.open;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.web.util.HtmlUtils;
import org.termin.guidance.pack.BannedWords;
import org.termin.guidance.pack.Packs;
import org.termin.tracker.Door;

/** The pages for everybody: complete in three languages, light, and leading astray nobody. */
class OpenPagesTest {
  private static final int MOST_BYTES = 40_000;
  private static final BannedWords BANNED = BannedWords.load();
  private static final List<String> COUNTRIES =
      Packs.load().countries().keySet().stream()
          .map(country -> country.code().toLowerCase(java.util.Locale.ROOT))
          .sorted()
          .toList();

  /** A link out of the site, and what stands around it. */
  private static final Pattern OUT =
      Pattern.compile("(<li>|</span> )<a href=\"(http[^\"]*)\"([^>]*)>[^<]*</a>(.*?)(</li>|\n)");

  private static final Pattern ANY_OUT = Pattern.compile("href=\"http");

  private static final Pattern LOADS =
      Pattern.compile("(src|srcset|action|data|poster)=\"http|url\\(|@import|<(img|iframe|object)");

  private static final Pattern CHECKED =
      Pattern.compile("(checked|проверено|праверана) \\d\\d\\.\\d\\d\\.\\d{4}");

  private final Door door = Door.shared();

  private static List<String> ofAllCountries(String language, String page) {
    return COUNTRIES.stream().map(code -> "/%s/%s/%s".formatted(language, page, code)).toList();
  }

  private static List<String> withoutSources(String language) {
    return List.of(
        "/" + language + "/how",
        "/" + language + "/guide",
        "/" + language + "/help",
        "/" + language + "/status",
        "/" + language + "/waves");
  }

  private static Properties texts(String language) throws IOException {
    return PropertiesLoaderUtils.loadProperties(
        new EncodedResource(
            new ClassPathResource("texts/public_" + language + ".properties"), "UTF-8"));
  }

  private String page(String path) {
    var page = door.get(path, "Accept", "text/html");
    assertThat(page.statusCode()).as(path).isEqualTo(200);
    return page.body();
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void areCompleteAndLightAndLoadNothingFromElsewhere(String language) {
    int style = bytes(page("/style.css"));
    List<String> paths = new ArrayList<>(withoutSources(language));
    paths.addAll(ofAllCountries(language, "guide"));
    paths.addAll(ofAllCountries(language, "help"));
    paths.addAll(ofAllCountries(language, "waves"));
    ofAllCountries(language, "waves").forEach(wave -> paths.add(wave + "/brief"));
    assertThat(paths).hasSize(5 + 4 * 29);
    for (String path : paths) {
      String page = page(path);
      assertThat(page)
          .as(path)
          .contains("<title>Termin</title>", "lang=\"" + language + "\"")
          .doesNotContain("??", "<script", "style=\"", "{0}", "{1}", "{expiry}", "null")
          .doesNotContainPattern(LOADS);
      assertThat(bytes(page) + style).as(path).isLessThanOrEqualTo(MOST_BYTES);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void leadElsewhereOnlyFromThePagesOfOneCountry(String language) {
    for (String path : withoutSources(language)) {
      assertThat(page(path)).as(path).doesNotContain("http://", "https://");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void everyLinkOutIsSafeAndEverySourceSaysWhenItWasChecked(String language) {
    for (String kind : List.of("guide", "help", "brief")) {
      for (String of : ofAllCountries(language, kind.equals("brief") ? "waves" : kind)) {
        int links = 0;
        String path = kind.equals("brief") ? of + "/brief" : of;
        String page = page(path);
        Matcher out = OUT.matcher(page);
        while (out.find()) {
          links++;
          URI address = URI.create(HtmlUtils.htmlUnescape(out.group(2)));
          assertThat(address.getScheme()).as(path).isEqualTo("https");
          assertThat(BANNED.mayLink(address)).as("%s in %s", address, path).isTrue();
          assertThat(out.group(3)).contains("rel=\"noreferrer noopener\"");
          if (out.group(1).equals("<li>")) {
            assertThat(out.group(4)).as(path).containsPattern(CHECKED);
          }
        }
        assertThat(links)
            .as(path)
            .isEqualTo(Math.toIntExact(ANY_OUT.matcher(page).results().count()));
        if (kind.equals("guide")) {
          assertThat(links).as(path).isPositive();
        }
      }
    }
  }

  @Test
  void listEveryReviewedCountryWithTheDayOfWhatIsKnown() {
    String list = page("/en/guide");
    assertThat(COUNTRIES).hasSize(29);
    for (String code : COUNTRIES) {
      assertThat(list).contains("href=\"/en/guide/" + code + "\"");
      assertThat(page("/en/help")).contains("href=\"/en/help/" + code + "\"");
    }
    assertThat(Pattern.compile("as of \\d\\d\\.\\d\\d\\.\\d{4}").matcher(list).results())
        .hasSize(29);
    assertThat(page("/en")).contains("href=\"/en/guide\"");
  }

  @Test
  void tellACountrysRulesInWordsAndWhatIsNotKnown() {
    assertThat(HtmlUtils.htmlUnescape(page("/en/guide/pl")))
        .contains("Poland")
        .contains("as of 21.04.2026")
        .contains("karta pobytu", "polski dokument podróży dla cudzoziemca")
        .contains("From when it can be filed is not known.")
        .contains("It is filed on the printed last day at the latest.")
        .contains("Begin to prepare 120 days before the printed last day.")
        .contains("Passport: valid on the day you file.")
        .contains("Passport: filed only once this is no longer valid.")
        .contains("The longest time reported is 90 days")
        .contains("Make an account in MOS.")
        .contains("From which day applications are taken we did not find.")
        .contains("This way was known to be open until 30.06.2026")
        .contains("+48 22 490 20 44")
        .contains("href=\"/en/help/pl\"")
        .contains("gazetaprawna.pl")
        // taken only once the passport is over, whatever its window says
        .doesNotContain("It can be filed at any time.")
        .doesNotContain("charter97", "http:");
    assertThat(page("/ru/guide/pl")).contains("за 120 дней до напечатанного последнего дня");
    assertThat(page("/be/guide/it"))
        .contains("за 60 дзён да надрукаванага", "прымаюць яшчэ 60 дзён");
  }

  @Test
  void nameWhoHelpsOnAPageOfItsOwnThatSaysWhatTheOtherSiteSees() {
    assertThat(HtmlUtils.htmlUnescape(page("/en/help/pl")))
        .contains("An infoline for migrants: +48 22 490 20 44")
        .contains("checked 21.11.2026")
        .contains("https://migrant.info.pl")
        .contains("The other site sees your address");
    assertThat(page("/en/help")).doesNotContain("490 20 44");
    assertThat(page("/en/help/si")).contains("infotujci.si").doesNotContain("http:");
    assertThat(page("/en/help/us")).contains("we have found no one we could name");
  }

  @ParameterizedTest
  @CsvSource({
    "/en/guide/by",
    "/be/guide/xx",
    "/ru/guide/PL",
    "/en/guide/jp",
    "/en/guide/nowhere",
    "/en/help/by",
    "/be/help/zz",
    "/ru/help/pl1",
    "/en/guide/pl/x"
  })
  void knowNoOtherCountry(String path) {
    var answer = door.get(path, "Accept", "text/html");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("<title>Termin</title>").doesNotContain("??");
  }

  @ParameterizedTest
  @ValueSource(strings = {"how", "guide", "guide/de", "help", "help/de", "status"})
  void areNeverKeptAndTellNobodyWhereOneComesFrom(String page) {
    var headers = door.get("/be/" + page, "Accept", "text/html").headers();
    assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .contains("default-src 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(headers.allValues("Set-Cookie")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void areLinkedFromTheFootOfEveryPage(String language) {
    for (String page : List.of("", "/start", "/how", "/guide/fr")) {
      String foot = page("/" + language + page);
      for (String to : List.of("real", "privacy", "how", "guide", "help", "status")) {
        assertThat(foot.substring(foot.indexOf("<footer>")))
            .contains("href=\"/" + language + "/" + to + "\"");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void sayNothingThatNoTextMaySay(String language) throws IOException {
    Properties texts = texts(language);
    for (String key : texts.stringPropertyNames()) {
      assertThat(BANNED.inText(texts.getProperty(key))).as(key).isEmpty();
    }
    for (String path : ofAllCountries(language, "guide")) {
      String said = HtmlUtils.htmlUnescape(page(path)).replaceAll("<[^>]*>", " ");
      assertThat(said.toLowerCase(java.util.Locale.ROOT))
          .as(path)
          .doesNotContainPattern("консул(?!ьт)|кансул(?!ьт)|consul(?!t)|embass");
    }
  }

  @Test
  void sayWhereTheSourceIsOnceTheOperatorHasSaidIt() {
    assertThat(page("/en/how")).contains("have not said").contains("LICENSE");
    Door told = Door.with("--termin.source-url=https://code.example/termin");
    assertThat(told.get("/en/how").body())
        .contains(
            "<a href=\"https://code.example/termin\" rel=\"noreferrer"
                + " noopener\">https://code.example/termin</a>")
        .doesNotContain("have not said");
    told.context.close();
    for (String wrong : List.of("http://code.example", "javascript:alert(1)", "code")) {
      assertThatThrownBy(() -> Door.with("--termin.source-url=" + wrong))
          .hasStackTraceContaining("TERMIN_SOURCE_URL");
    }
  }

  @Test
  void theStatusInventsNoNumberAndSaysWhatTheDoorKnows() {
    assertThat(HtmlUtils.htmlUnescape(page("/en/status")))
        .contains("Signing up and changes work", "29 countries", "has been here since")
        .contains("rather show no number than an invented one");
  }

  @Test
  void theStatusSaysWhenNothingCanBeHandedOn() throws IOException {
    Door early = Door.withoutKey();
    assertThat(early.get("/en/status").body())
        .contains("nothing new can be taken in", "is missing")
        .doesNotContain("Signing up and changes work");
    early.giveKey();
    early.store.asAdmin("revoke execute on function app.now() from tracker, public");
    assertThat(early.get("/en/status").body())
        .contains("nothing new can be taken in", "The store does not answer");
    early.context.close();
  }
}
