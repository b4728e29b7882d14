package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;
import org.termin.tracker.Door;

class TextsTest {
  /** A month and a year are the same words in both. */
  private static final Set<String> SAME_WORD = Set.of("span.month.one", "span.year.one");

  /** Names, slots alone, and words as they are printed in documents. */
  private static final Set<String> EVERYWHERE =
      Set.of("channel.SMS", "plan.reminder", "printed.label", "printed.valid");

  private static Properties texts(String bundle, String language) throws IOException {
    return PropertiesLoaderUtils.loadProperties(
        new EncodedResource(
            new ClassPathResource("texts/" + bundle + "_" + language + ".properties"), "UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages", "privacy", "problems", "public", "waves", "organiser"})
  void existInEveryLanguage(String bundle) throws IOException {
    Set<String> english = new TreeSet<>(texts(bundle, "en").stringPropertyNames());
    for (String language : languages(bundle)) {
      assertThat(new TreeSet<>(texts(bundle, language).stringPropertyNames()))
          .as(language)
          .isEqualTo(english);
    }
  }

  /** What somebody does here exists in all of them; what is only read here, in some. */
  private static List<String> languages(String bundle) {
    boolean read = Set.of("privacy", "public", "waves", "organiser").contains(bundle);
    return Tongue.ALL.stream()
        .filter(one -> !read || Tongue.reading(one).equals(one))
        .map(Locale::getLanguage)
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages", "privacy", "problems", "public", "waves", "organiser"})
  void leaveRoomForTheSameThingsInEveryLanguage(String bundle) throws IOException {
    Properties english = texts(bundle, "en");
    for (String language : languages(bundle)) {
      Properties texts = texts(bundle, language);
      for (String key : english.stringPropertyNames()) {
        assertThat(slots(texts.getProperty(key)))
            .as("%s in %s", key, language)
            .isEqualTo(slots(english.getProperty(key)));
        // an apostrophe opens a quotation in which no slot is filled
        if (!slots(texts.getProperty(key)).isEmpty()) {
          assertThat(texts.getProperty(key)).as("%s in %s", key, language).doesNotContain("'");
        }
      }
    }
  }

  private static Set<String> slots(String text) {
    return Pattern.compile("\\{[^}]*}")
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages", "problems"})
  void arePolishAndLithuanianAndNothingElse(String bundle) throws IOException {
    Properties english = texts(bundle, "en");
    Properties polish = texts(bundle, "pl");
    Properties lithuanian = texts(bundle, "lt");
    for (String key : english.stringPropertyNames()) {
      if (EVERYWHERE.contains(key) || key.startsWith("language.")) {
        continue;
      }
      assertThat(polish.getProperty(key))
          .as(key)
          .isNotEqualTo(english.getProperty(key))
          .isNotEqualTo(lithuanian.getProperty(key))
          .doesNotContainPattern("[ėįųūžšč“\\p{IsCyrillic}]");
      assertThat(lithuanian.getProperty(key))
          .as(key)
          .isNotEqualTo(english.getProperty(key))
          .doesNotContainPattern("[ćłńóśźż”\\p{IsCyrillic}]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"privacy", "problems", "public", "waves", "organiser"})
  void differBetweenBelarusianAndRussian(String bundle) throws IOException {
    Properties belarusian = texts(bundle, "be");
    Properties russian = texts(bundle, "ru");
    for (String key : belarusian.stringPropertyNames()) {
      if (SAME_WORD.contains(key)) {
        continue;
      }
      assertThat(belarusian.getProperty(key)).as(key).isNotEqualTo(russian.getProperty(key));
      assertThat(belarusian.getProperty(key)).as(key).doesNotContainPattern("[иИщЩъЪ]");
    }
  }

  @ParameterizedTest
  @EnumSource(ProblemKind.class)
  void explainEveryProblemOnAPageOfItsOwn(ProblemKind kind) {
    for (String language : List.of("be", "ru", "en", "pl", "lt")) {
      var page = Door.shared().get("/problems/" + kind.id(), "Accept-Language", language);
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains(kind.id()).contains("lang=\"" + language + "\"");
      assertThat(page.body()).doesNotContain("??");
    }
  }

  @Test
  void knowNoOtherProblem() {
    assertThat(Door.shared().get("/problems/toothache").statusCode()).isEqualTo(404);
  }
}
