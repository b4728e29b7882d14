package org.termin.guidance.text;

import org.termin.contract.words.Language;

/** Which of the three forms a number takes: one (1 day), few (2 дні), many (5 дзён). */
enum Plural {
  ONE,
  FEW,
  MANY;

  static Plural of(Language language, long number) {
    return switch (language) {
      case BE, RU, UK -> slavic(number);
      case PL -> number == 1 ? ONE : slavic(number) == FEW ? FEW : MANY;
      case LT -> lithuanian(number);
      case EN, DE, ES -> number == 1 ? ONE : MANY;
    };
  }

  private static Plural slavic(long number) {
    boolean teens = number % 100 >= 11 && number % 100 <= 14;
    if (number % 10 == 1 && !teens) {
      return ONE;
    }
    return number % 10 >= 2 && number % 10 <= 4 && !teens ? FEW : MANY;
  }

  private static Plural lithuanian(long number) {
    boolean teens = number % 100 >= 11 && number % 100 <= 19;
    if (number % 10 == 0 || teens) {
      return MANY;
    }
    return number % 10 == 1 ? ONE : FEW;
  }
}
