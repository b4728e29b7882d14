package org.termin.tracker.http;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.termin.contract.words.Language;
import org.termin.guidance.text.CodeWords;

/** The words a person may be known by, in every complete language. */
public final class CodeWordList {
  private static final Set<String> ALL = all();
  private static final SecureRandom RANDOM = new SecureRandom();

  private CodeWordList() {}

  /** Whether it is one of them; no other text is taken, or said again. */
  public static boolean knows(String word) {
    return ALL.contains(word);
  }

  /** A few to choose from. */
  public static List<String> some(Language language, int count) {
    return RANDOM
        .ints(0, CodeWords.COUNT)
        .distinct()
        .limit(count)
        .mapToObj(number -> CodeWords.of(language, number))
        .toList();
  }

  private static Set<String> all() {
    Set<String> all = new HashSet<>();
    for (Language language : Language.complete()) {
      for (int number = 0; number < CodeWords.COUNT; number++) {
        all.add(CodeWords.of(language, number));
      }
    }
    return all;
  }
}
