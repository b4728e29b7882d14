package org.termin.tracker.http;

/** The words a person may be known by; they come with the texts of the guidance. */
final class CodeWordList {
  private CodeWordList() {}

  static boolean knows(String word) {
    return word.codePoints().allMatch(Character::isLetter);
  }
}
