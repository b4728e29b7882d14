package org.termin.guidance.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The languages of the pages find the sentences of the countries in themselves. */
class TongueTest {
  private static final Packs PACKS = Packs.load();

  @ParameterizedTest
  @ValueSource(strings = {"pl", "lt"})
  void noSentenceOfACountryFallsBackToAnotherLanguage(String language) {
    List<String> missing = new ArrayList<>();
    int[] seen = {0};
    PACKS
        .countries()
        .forEach((country, pack) -> gather(country.code(), pack.file(), language, missing, seen));
    assertThat(seen[0]).isGreaterThan(1_600);
    assertThat(missing).isEmpty();
  }

  /** A text is what stands in English and Belarusian. */
  private static void gather(
      String at, JsonNode node, String language, List<String> missing, int[] seen) {
    if (node.isObject() && node.has("en") && node.has("be")) {
      seen[0]++;
      if (!node.has(language)) {
        missing.add(at);
      }
      return;
    }
    node.propertyStream()
        .forEach(one -> gather(at + "." + one.getKey(), one.getValue(), language, missing, seen));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        gather(at + "[" + i + "]", node.get(i), language, missing, seen);
      }
    }
  }
}
