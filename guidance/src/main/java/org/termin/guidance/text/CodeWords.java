package org.termin.guidance.text;

import java.util.List;
import java.util.Map;
import org.termin.contract.words.Language;
import org.termin.guidance.pack.PackReader;

/**
 * The 2,048 code words of each language by which a person knows our messages: a short adjective and
 * a masculine or genderless noun, so that every pair is grammatical.
 */
public final class CodeWords {
  /** How many there are in each language. */
  public static final int COUNT = 2048;

  private static final CodeWords ENGLISH = read(Language.EN);
  private static final Map<Language, CodeWords> WORDS =
      Map.of(Language.BE, read(Language.BE), Language.RU, read(Language.RU), Language.EN, ENGLISH);

  private final List<String> adjectives;
  private final List<String> nouns;

  private CodeWords(String lists) {
    List<String> lines = lists.lines().toList();
    this.adjectives = List.of(lines.get(0).split(" "));
    this.nouns = List.of(lines.get(1).split(" "));
  }

  /** The code word of that number, in English where the language has none of its own. */
  public static String of(Language language, int number) {
    if (number < 0 || number >= COUNT) {
      throw new IllegalArgumentException("code words are numbered 0 to 2047");
    }
    CodeWords own = WORDS.get(language);
    CodeWords words = own == null ? ENGLISH : own;
    int nouns = words.nouns.size();
    return words.adjectives.get(number / nouns) + " " + words.nouns.get(number % nouns);
  }

  private static CodeWords read(Language language) {
    return new CodeWords(PackReader.text("texts/words-" + language.wire() + ".txt"));
  }
}
