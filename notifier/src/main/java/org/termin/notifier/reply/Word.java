package org.termin.notifier.reply;

import java.util.Optional;

/** What an answer means. Which words mean it stands in {@code reply-words.csv}. */
public enum Word {
  /** The document is renewed, or what was waited for has come. */
  DONE(1),
  /** The papers are handed in. */
  FILED(2),
  /** Tell me again in a week. */
  LATER(3),
  /** It was not me; everything back as it was. */
  NOT_ME(9),
  /** Never write here again. */
  STOP(0),
  /** Take my stop back; a word of the carriers, which nobody is asked for. */
  START(8);

  private final int digit;

  Word(int digit) {
    this.digit = digit;
  }

  /** The digit people answer with, and by which an answer is kept. */
  int digit() {
    return digit;
  }

  /** Whether it says that we should not write. */
  boolean refuses() {
    return this == STOP || this == NOT_ME;
  }

  /** The meaning of a kept answer. */
  static Word of(int digit) {
    for (Word word : values()) {
      if (word.digit == digit) {
        return word;
      }
    }
    throw new IllegalArgumentException("not an answer");
  }

  /** The meaning of a whole answer; none where it has no meaning, or several. */
  public static Optional<Word> of(String text) {
    return Vocabulary.SHARED.meaning(text);
  }
}
