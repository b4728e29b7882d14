package org.termin.contract.sealed;

/**
 * Bounds of the word by which a person knows that a message is ours; which words exist is said
 * elsewhere.
 */
final class CodeWord {

  private CodeWord() {}

  static String check(String word) {
    if (word.isBlank() || word.length() > 12 || !word.codePoints().allMatch(CodeWord::isPart)) {
      throw new IllegalArgumentException("not a code word");
    }
    return word;
  }

  private static boolean isPart(int symbol) {
    return Character.isLetter(symbol)
        || symbol == ' '
        || symbol == '\''
        || symbol == '’'
        || symbol == '-';
  }
}
