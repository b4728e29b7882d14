package org.termin.notifier.reply;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;

/**
 * One spelling for everything that looks alike: case, accents, Cyrillic and Latin letters, digits
 * of any kind (full-width, in circles, in keycaps, of other scripts), punctuation, emoji, blanks.
 */
final class Spelling {

  private static final String CYRILLIC = "АВЕКМНОРСТУХІЈЅ";
  private static final String LATIN = "ABEKMHOPCTYXIJS";

  private Spelling() {}

  static String fold(String text) {
    String plain =
        Normalizer.normalize(text, Form.NFKD)
            .replaceAll("[\\p{M}\\p{Cf}]+", "")
            .toUpperCase(Locale.ROOT);
    StringBuilder folded = new StringBuilder(plain.length());
    plain.codePoints().map(Spelling::plainest).forEach(folded::appendCodePoint);
    return folded.toString().replaceAll("[^\\p{L}\\p{N}|]+", " ").strip();
  }

  private static int plainest(int letter) {
    int lookalike = CYRILLIC.indexOf(letter);
    if (lookalike >= 0) {
      return LATIN.charAt(lookalike);
    }
    if (letter == 'Ł') {
      return 'L';
    }
    boolean number =
        Character.getType(letter) == Character.DECIMAL_DIGIT_NUMBER
            || Character.getType(letter) == Character.OTHER_NUMBER;
    int value = number ? Character.getNumericValue(letter) : -1;
    return value >= 0 && value <= 9 ? '0' + value : letter;
  }
}
