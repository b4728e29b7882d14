package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordTest {

  /** How people write, line by line; an empty meaning is an answer nobody can act on. */
  private static final String DECISIONS =
      """
      1                                | DONE   | as the message asks
      1.                               | DONE   | with a full stop
        1 \t                           | DONE   | among blanks
      (1)                              | DONE   | in brackets
      «1»                              | DONE   | in quotation marks
      １                               | DONE   | full width
      1️⃣                               | DONE   | a keycap
      ①                                | DONE   | in a circle
      ❶                                | DONE   | in a black circle
      ¹                                | DONE   | raised
      𝟏                                | DONE   | mathematical
      ١                                | DONE   | Arabic
      1 👍                             | DONE   | with an emoji
      1 зроблена                       | DONE   | number and word
      1 - done!                        | DONE   | number and word
      І                                | DONE   | Cyrillic letter like a one
      l                                | DONE   | Latin letter like a one
      |                                | DONE   | a bar like a one
      ГАТОВА!!!                        | DONE   | shouting
      ｄｏｎｅ                         | DONE   | full-width letters
      d​one                             | DONE   | with an invisible blank inside
      2⃣                                | FILED  | a keycap without its selector
      ②                                | FILED  | in a circle
      Z                                | FILED  | a letter like a two
      Падаў                            | FILED  | with its breve
      Падау                            | FILED  | without its breve
      Złożyłam                         | FILED  | with Polish letters
      zlozylam                         | FILED  | without Polish letters
      З                                | LATER  | Cyrillic letter like a three
      vėliau                           | LATER  | with a Lithuanian letter
      veliau                           | LATER  | without it
      ９                               | NOT_ME | full width
      9 не я                           | NOT_ME | number and words
      Гэта не я!                       | NOT_ME | a sentence
      It wasn't me.                    | NOT_ME | with an apostrophe
      1 erledigt                       | DONE   | as a German message asks
      2 eingereicht                    | FILED  | as a German message asks
      3 später                         | LATER  | as a German message asks
      0 Stopp                          | STOP   | as a German message asks
      1 hecho                          | DONE   | as a Spanish message asks
      2 presentado                     | FILED  | as a Spanish message asks
      3 luego                          | LATER  | as a Spanish message asks
      0 parar                          | STOP   | as a Spanish message asks
      1 otrzymane                      | DONE   | as a Polish message asks
      2 pateikta                       | FILED  | as a Lithuanian message asks
      3 пізніше                        | LATER  | as a Ukrainian message asks
      0                                | STOP   | as the message asks
      0️⃣                               | STOP   | a keycap
      ⓪                                | STOP   | in a circle
      О                                | STOP   | Cyrillic letter like a nought
      o                                | STOP   | Latin letter like a nought
      0 стоп                           | STOP   | number and word
      stop!                            | STOP   | with an exclamation mark
      "STOP"                           | STOP   | in quotation marks
      🛑 stop                          | STOP   | with a sign
      CTOП                             | STOP   | half Latin, half Cyrillic
      СТОР                             | STOP   | Cyrillic letters that look Latin
      STОР                             | STOP   | Latin letters, then Cyrillic
      stop please                      | STOP   | a few words around it
      хватит уже                       | STOP   | a few words around it
      калі ласка, спыніце              | STOP   | a few words around it
      1 стоп                           | STOP   | two meanings: a stop is never missed
      Start                            | START  | the carriers' own word
      СТАРТ                            | START  |
                                       |        | nothing
      ...                              |        | only dots
      👍                               |        | only an emoji
      12                               |        | two digits are no digit
      10                               |        | two digits are no digit
      ½                                |        | a one and a two
      1 2                              |        | two meanings
      done later                       |        | two meanings
      4                                |        | a number nobody asked for
      кто это?                         |        | a question
      дзякуй                           |        | thanks
      у мяне 2 пытанні                 |        | a number inside a sentence
      I am driving, will reply later   |        | a machine's answer
      restart                          |        | a word inside a word
      I will not stop by the office before Monday, sorry | | a long text that says stop
      """;

  @TestFactory
  Stream<DynamicTest> anAnswerHasOneMeaning() {
    return DECISIONS.lines().map(WordTest::decision);
  }

  private static DynamicTest decision(String line) {
    // the answer itself may hold a bar
    int last = line.lastIndexOf('|');
    int first = line.lastIndexOf('|', last - 1);
    String text = line.substring(0, first);
    String meaning = line.substring(first + 1, last).strip();
    Optional<Word> expected =
        meaning.isEmpty() ? Optional.empty() : Optional.of(Word.valueOf(meaning));
    return DynamicTest.dynamicTest(
        text.strip() + " (" + line.substring(last + 1).strip() + ")",
        () -> assertThat(Word.of(text)).isEqualTo(expected));
  }

  @Test
  void everyWordOfTheTableIsUnderstoodHoweverItIsWritten() {
    for (Vocabulary.Row row : Vocabulary.rows()) {
      for (String text :
          List.of(
              row.word(),
              row.word().toUpperCase(Locale.ROOT),
              "  " + row.word() + "! ",
              "«" + row.word() + "»")) {
        assertThat(Word.of(text)).as(text).contains(row.meaning());
      }
    }
  }

  @Test
  void everyLanguageHasAWordForEveryMeaning() {
    for (String language : List.of("be", "ru", "en", "pl", "lt", "uk")) {
      assertThat(
              Vocabulary.rows().stream()
                  .filter(row -> row.language().equals(language))
                  .map(Vocabulary.Row::meaning)
                  .collect(Collectors.toSet()))
          .as(language)
          .containsExactlyInAnyOrder(Word.values());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, DONE", "2, FILED", "3, LATER", "9, NOT_ME", "0, STOP"})
  void everyDigitWeAskForIsInTheTable(String digit, Word meaning) {
    assertThat(Word.of(digit)).contains(meaning);
  }

  @Test
  void aWordWithTwoMeaningsStopsTheStart() {
    List<Vocabulary.Row> rows =
        List.of(
            new Vocabulary.Row("be", "так", Word.DONE), new Vocabulary.Row("uk", "ТАК", Word.STOP));
    assertThatThrownBy(() -> new Vocabulary(rows)).isInstanceOf(IllegalStateException.class);
  }
}
