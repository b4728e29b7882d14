package org.termin.guidance.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.BannedWords;

class CodeWordsTest {

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyLanguageHas2048DifferentShortWords(Language language) {
    Set<String> words = new HashSet<>();
    IntStream.range(0, CodeWords.COUNT).forEach(n -> words.add(CodeWords.of(language, n)));
    assertThat(words).hasSize(2048).allMatch(word -> word.length() <= 12);
  }

  @Test
  void noCodeWordGivesAnythingAway() {
    BannedWords banned = BannedWords.load();
    for (Language language : Language.complete()) {
      IntStream.range(0, CodeWords.COUNT)
          .mapToObj(n -> CodeWords.of(language, n))
          .forEach(word -> assertThat(banned.inDiscreet(word)).as(word).isEmpty());
    }
  }

  @Test
  void theWordOfANumberNeverChanges() {
    assertThat(CodeWords.of(Language.BE, 0)).isEqualTo("ціхі лес");
    assertThat(CodeWords.of(Language.RU, 2047)).isEqualTo("чуткий чай");
    assertThat(CodeWords.of(Language.EN, 77)).isEqualTo("quiet hedge");
    assertThat(CodeWords.of(Language.PL, 77)).isEqualTo("quiet hedge");
  }

  @Test
  void thereIsNoWordBeyondTheLast() {
    assertThatThrownBy(() -> CodeWords.of(Language.BE, 2048))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
