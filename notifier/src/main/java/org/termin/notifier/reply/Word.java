package org.termin.notifier.reply;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What one character, or one word, of an answer means. Cyrillic and Latin letters that look alike
 * count as the same, and so do digits and the letters people type instead of them.
 */
public enum Word {
  DONE("1", "l", "i", "і", "|", "done", "renewed", "гатова", "зроблена", "готово", "сделано"),
  FILED(
      "2",
      "z",
      "filed",
      "submitted",
      "applied",
      "падаў",
      "падала",
      "пададзена",
      "падалі",
      "подал",
      "подала",
      "подано",
      "подали"),
  LATER("3", "з", "later", "пазней", "потым", "позже", "потом"),
  NOT_ME("9", "g", "not me", "undo", "wrong", "не я", "гэта не я", "это не я", "памылка", "ошибка"),
  STOP(
      "0",
      "o",
      "stop",
      "стоп",
      "спыніць",
      "спыни",
      "спыніце",
      "спынiць",
      "хопіць",
      "досыць",
      "хватит",
      "прекратить",
      "отписаться",
      "адпісацца",
      "stopall",
      "unsubscribe",
      "end",
      "quit",
      "cancel",
      "revoke",
      "optout");

  private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅЁЎ";
  private static final String LATIN = "ABEKMHOPCTYXIJSEY";
  private static final int SHORT = 30;
  private static final Map<String, Word> WORDS = words();

  private final String[] spellings;

  Word(String... spellings) {
    this.spellings = spellings;
  }

  /** The meaning of a whole answer; a stop is heard even with a few words around it. */
  public static Optional<Word> of(String text) {
    String folded = fold(text);
    Word whole = WORDS.get(folded);
    if (whole != null) {
      return Optional.of(whole);
    }
    if (folded.length() > SHORT) {
      return Optional.empty();
    }
    for (String token : folded.split(" ", -1)) {
      if (token.length() > 1 && WORDS.get(token) == STOP) {
        return Optional.of(STOP);
      }
    }
    return Optional.empty();
  }

  private static Map<String, Word> words() {
    Map<String, Word> words = new HashMap<>();
    for (Word word : values()) {
      for (String spelling : word.spellings) {
        words.put(fold(spelling), word);
      }
    }
    return Map.copyOf(words);
  }

  private static String fold(String text) {
    String upper = text.toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}|]+", " ").strip();
    StringBuilder folded = new StringBuilder(upper.length());
    for (int i = 0; i < upper.length(); i++) {
      int place = CYRILLIC.indexOf(upper.charAt(i));
      folded.append(place < 0 ? upper.charAt(i) : LATIN.charAt(place));
    }
    return folded.toString();
  }
}
