package org.termin.tracker.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.springframework.ui.ConcurrentModel;
import org.springframework.web.util.HtmlUtils;
import org.termin.contract.event.Topics;
import org.termin.contract.sealed.DeliveryNote;
import org.termin.contract.words.RussianRoutes;
import org.termin.guidance.ladder.Shift;
import org.termin.guidance.pack.BannedWords;
import org.termin.tracker.Door;
import org.termin.tracker.DoorSettings;
import org.termin.tracker.session.Sessions;

/** The page that says what we hold has every text, no other place, and the program's numbers. */
class PrivacyPageTest {
  private static final int MOST_BYTES = 40_000;
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]*)\"");

  /** It says which numbers we refuse, and so has to name the country. */
  private static final String NAMES_THE_COUNTRY = "routes.never";

  /** What is said of these depends on the operator; one of each two is on the page. */
  private static final Set<String> EITHER =
      Set.of("routes.refused", "routes.allowed", "controller.unknown", "controller.known");

  /** By its test of the same name. */
  private static final Set<String> CHECKED_AT_THE_NOTIFIER =
      Set.of(
          "long.2", "long.3", "long.5", "long.6", "rest.1", "rest.2", "rest.3", "rest.4", "rest.5",
          "rest.6", "rest.7", "rest.8", "found.5", "erase.2", "erase.3", "erase.4", "erase.5",
          "lost.3");

  private final Door door = Door.shared();

  private static Properties texts(String language) throws IOException {
    return PropertiesLoaderUtils.loadProperties(
        new EncodedResource(
            new ClassPathResource("texts/privacy_" + language + ".properties"), "UTF-8"));
  }

  private static List<Long> numbers(Properties texts, String key) {
    return NUMBER
        .matcher(texts.getProperty(key))
        .results()
        .map(found -> Long.valueOf(found.group()))
        .toList();
  }

  private String page(String path) {
    var page = door.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    return page.body();
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void saysEverythingThatWasWritten(String language) throws IOException {
    String page = page("/" + language + "/privacy");
    String said = HtmlUtils.htmlUnescape(page);
    assertThat(page.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MOST_BYTES);
    assertThat(page).contains("<title>Termin</title>", "lang=\"" + language + "\"");
    assertThat(page).doesNotContain("??", "<script", "style=\"", "http:", "https:");
    Properties texts = texts(language);
    for (String key : texts.stringPropertyNames()) {
      if (!EITHER.contains(key)) {
        assertThat(said).as(key).contains(texts.getProperty(key));
      }
    }
    assertThat(said).contains(texts.getProperty("routes.refused"));
    assertThat(said).doesNotContain(texts.getProperty("routes.allowed"));
  }

  @Test
  void saysSoWhereTheOperatorAllowsRussianRoutes() {
    var settings =
        new DoorSettings(
            new DoorSettings.Db(null, "", ""),
            new DoorSettings.Keys(""),
            new DoorSettings.Callback("", ""),
            new DoorSettings.Limits(1, 1, 1, 1, 1, false),
            new DoorSettings.Answer(Duration.ZERO, Duration.ZERO, 1),
            Set.of(),
            "",
            RussianRoutes.ALLOWED,
            "",
            false,
            "",
            "");
    var model = new ConcurrentModel();
    new PrivacyController(settings).privacy(model);
    assertThat(model.getAttribute("parts"))
        .asString()
        .contains("routes.allowed")
        .doesNotContain("routes.refused");
  }

  @Test
  void saysWhoRunsThisInTheOperatorsWordsAndNothingElseOfThem() throws IOException {
    Door told =
        Door.with("--termin.controller= Friends <b>&</b> Co, Vilnius, help@friends.example ");
    for (String language : List.of("be", "ru", "en")) {
      String page = told.get("/" + language + "/privacy").body();
      assertThat(page)
          .contains("<p>Friends &lt;b&gt;&amp;&lt;/b&gt; Co, Vilnius, help@friends.example</p>");
      assertThat(HtmlUtils.htmlUnescape(page))
          .contains(texts(language).getProperty("controller.known"))
          .doesNotContain(texts(language).getProperty("controller.unknown"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void saysPlainlyWhereTheOperatorHasNotSaidWhoTheyAre(String language) throws IOException {
    String said = HtmlUtils.htmlUnescape(page("/" + language + "/privacy"));
    assertThat(said)
        .contains(texts(language).getProperty("controller.unknown"))
        .doesNotContain(texts(language).getProperty("controller.known"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void isLinkedFromEveryPageAndWhereSigningUpBegins(String language) {
    String link = "href=\"/" + language + "/privacy\"";
    assertThat(page("/" + language)).containsOnlyOnce(link);
    assertThat(page("/" + language + "/start").split(link, -1)).hasSize(3);
  }

  @Test
  void leadsToNoOtherPlaceAndToNoHeadingThatIsMissing() {
    String page = page("/en/privacy");
    List<String> links =
        LINK.matcher(page).results().map(found -> found.group(1)).distinct().toList();
    assertThat(links).hasSizeGreaterThan(12).allMatch(link -> link.matches("[/#].*"));
    links.stream()
        .filter(link -> link.startsWith("#"))
        .forEach(link -> assertThat(page).contains("id=\"" + link.substring(1) + "\""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru", "en"})
  void saysNothingThatNoTextMaySay(String language) throws IOException {
    Properties texts = texts(language);
    BannedWords banned = BannedWords.load();
    for (String key : texts.stringPropertyNames()) {
      if (!key.equals(NAMES_THE_COUNTRY)) {
        assertThat(banned.inText(texts.getProperty(key))).as(key).isEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"be", "ru"})
  void hasTheSameNumbersInEveryLanguage(String language) throws IOException {
    Properties english = texts("en");
    Properties other = texts(language);
    for (String key : english.stringPropertyNames()) {
      assertThat(numbers(other, key))
          .as(key)
          .containsExactlyInAnyOrderElementsOf(numbers(english, key));
    }
  }

  @Test
  void hasTheNumbersOfThisProgram() throws IOException {
    Properties texts = texts("en");
    assertThat(numbers(texts, "kept.sent")).containsExactly((long) DeliveryNote.MOST);
    assertThat(numbers(texts, "kept.keys.why")).containsExactly((long) Shift.MOST_DAYS);
    assertThat(numbers(texts, "rest.9"))
        .containsExactly(Topics.RETENTION.toDays(), Topics.DEAD_LETTER_RETENTION.toDays());
    assertThat(numbers(texts, "found.7"))
        .containsExactly(
            (long) Sessions.IDLE_MINUTES,
            (long) Sessions.ABSOLUTE_MINUTES,
            (long) Sessions.SIGN_UP_MINUTES);
  }

  /** A number nobody checks begins to lie; those of the notifier are checked there. */
  @Test
  void hasNoOtherNumbers() throws IOException {
    Properties texts = texts("en");
    assertThat(texts.stringPropertyNames())
        .filteredOn(key -> !numbers(texts, key).isEmpty())
        .filteredOn(key -> !CHECKED_AT_THE_NOTIFIER.contains(key))
        // the last two: a country's calling code, and a command that is still to come
        .containsExactlyInAnyOrder(
            "kept.sent", "kept.keys.why", "rest.9", "found.7", NAMES_THE_COUNTRY, "end.1");
  }
}
