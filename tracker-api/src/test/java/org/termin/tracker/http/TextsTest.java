package org.termin.tracker.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
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

  private static Properties texts(String bundle, String language) throws IOException {
    return PropertiesLoaderUtils.loadProperties(
        new EncodedResource(
            new ClassPathResource("texts/" + bundle + "_" + language + ".properties"), "UTF-8"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pages", "privacy", "problems", "public"})
  void existInEveryLanguage(String bundle) throws IOException {
    Set<String> english = new TreeSet<>(texts(bundle, "en").stringPropertyNames());
    for (String language : List.of("be", "ru")) {
      assertThat(new TreeSet<>(texts(bundle, language).stringPropertyNames())).isEqualTo(english);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"privacy", "problems", "public"})
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
    for (String language : List.of("be", "ru", "en")) {
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
