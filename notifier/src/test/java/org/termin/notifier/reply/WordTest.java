package org.termin.notifier.reply;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordTest {

  @ParameterizedTest
  @CsvSource({
    "1, DONE",
    "' 1. ', DONE",
    "І, DONE",
    "l, DONE",
    "Гатова!, DONE",
    "готово, DONE",
    "2, FILED",
    "подала, FILED",
    "Падаў, FILED",
    "3, LATER",
    "З, LATER",
    "пазней, LATER",
    "9, NOT_ME",
    "Гэта не я, NOT_ME",
    "0, STOP",
    "О, STOP",
    "o, STOP",
    "STOP, STOP",
    "стоп, STOP",
    "CTOП, STOP",
    "СПЫНІЦЬ, STOP",
    "stop please, STOP",
    "хватит уже, STOP",
    "unsubscribe, STOP"
  })
  void anAnswerHasOneMeaning(String text, Word meaning) {
    assertThat(Word.of(text)).contains(meaning);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "12",
        "кто это?",
        "thank you",
        "дзякуй",
        "4",
        "I will not stop by the office before Monday, sorry"
      })
  void whatIsNotAnAnswerMeansNothing(String text) {
    assertThat(Word.of(text)).isEmpty();
  }
}
