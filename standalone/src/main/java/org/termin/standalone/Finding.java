package org.termin.standalone;

/** One thing the doctor looked at. */
record Finding(Level level, String sentence) {
  enum Level {
    GOOD("ok  "),
    NOTE("note"),
    BAD("BAD ");

    private final String mark;

    Level(String mark) {
      this.mark = mark;
    }
  }

  static Finding good(String sentence) {
    return new Finding(Level.GOOD, sentence);
  }

  static Finding note(String sentence) {
    return new Finding(Level.NOTE, sentence);
  }

  static Finding bad(String sentence) {
    return new Finding(Level.BAD, sentence);
  }

  String line() {
    return level.mark + "  " + sentence;
  }
}
