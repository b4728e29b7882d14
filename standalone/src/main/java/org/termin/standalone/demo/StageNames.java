package org.termin.standalone.demo;

/** Names of the ladder's stages for people. */
final class StageNames {
  private StageNames() {}

  static String of(int stage) {
    return switch (stage) {
      case 0 -> "confirmation";
      case 1 -> "gather papers";
      case 2, 12 -> "start now";
      case 3 -> "obstacle";
      case 4 -> "two thirds of the time gone";
      case 5, 25 -> "what follows if not";
      case 6, 26 -> "one week";
      case 7, 27 -> "last call";
      case 8 -> "expired";
      case 9, 10 -> "days of grace";
      case 17 -> "safe day passed";
      case 20 -> "window opened";
      case 50 -> "errands";
      case 60 -> "you are here";
      case 70, 71, 72, 73, 74, 75, 76, 77, 78, 79 -> "the rules changed";
      default -> stage >= 30 && stage < 50 ? "waiting for the office" : "stage " + stage;
    };
  }
}
